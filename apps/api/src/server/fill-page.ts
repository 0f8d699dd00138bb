import type { Language } from '@sodate/journey/text';
import { type BuildManifest, findScreenFiles, type ScreenFiles } from './find-screen-files.ts';
import type { FirstDrawing } from './first-drawing.ts';

/** The editor's first question, worded as its client words it: else it would be asked twice. */
const sessionQuestion = '/trpc/session.read?batch=1&input=%7B%7D';

/**
 * The built page for one address: it names the files that its screen will need, so that a browser asks for them
 * together with the start and not after it, and holds the screen itself where it could be drawn.
 */
export function fillPage({
  page,
  manifest,
  path,
  language,
  drawing,
}: {
  page: string;
  manifest: BuildManifest;
  path: string;
  language: Language;
  drawing: FirstDrawing | undefined;
}): string {
  const files = findScreenFiles({ page, manifest, path, language });
  const filled = drawing === undefined ? withPreloads({ page, files }) : withDrawing({ page, files, drawing });
  return filled.replace(/<html lang="\w+">/, `<html lang="${language}">`);
}

function withPreloads({ page, files: { scripts, styles } }: { page: string; files: ScreenFiles }): string {
  if (scripts.length === 0) return page;
  const session = sessionQuestion.replaceAll('&', '&amp;');
  const links = [
    `<link rel="preload" as="fetch" crossorigin="anonymous" href="${session}">`,
    ...scripts.map(preloadTag),
    ...styles.map((file) => `<link rel="preload" as="style" crossorigin href="/${file}">`),
  ];
  return page.replace('</head>', () => `${links.join('')}</head>`);
}

function preloadTag(file: string): string {
  return `<link rel="modulepreload" crossorigin href="/${file}">`;
}

/** Styles first, then the screen, then its scripts: over a slow line each would hold up the others. */
function withDrawing({
  page,
  files: { scripts, styles },
  drawing: { html, title, answers },
}: {
  page: string;
  files: ScreenFiles;
  drawing: FirstDrawing;
}): string {
  const start = /<script type="module"[^>]*><\/script>/g;
  const parts = /<link rel="modulepreload"[^>]*>/g;
  const partTags = page.match(parts) ?? [];
  const later = [...partTags.map(asScript), ...(page.match(start) ?? []), ...scripts.map(preloadTag)].join('');
  const links = styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`).join('');
  const known = JSON.stringify(answers).replaceAll('<', '\\u003c');
  return (
    page
      .replaceAll(start, '')
      .replaceAll(parts, '')
      .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
      .replace('</head>', () => `${links}<script defer src="/start-after-drawing.js"></script></head>`)
      // Nothing in it answers before the scripts are there: neither a pointer nor a screen reader is to find it.
      .replace(
        /<div id="root"([^>]*)>[\s\S]*?<\/div>/,
        (_empty, given: string) => `<div id="root"${given} inert aria-hidden="true">${html}</div>`,
      )
      .replace(
        '</body>',
        () =>
          `<script type="application/json" id="first-answers">${known}</script><template data-scripts>${later}</template></body>`,
      )
  );
}

/** What the start is made of runs by itself, in a turn of its own: together they would hold up a slow phone. */
function asScript(preload: string): string {
  return preload
    .replace('<link rel="modulepreload"', '<script type="module"')
    .replace('href=', 'src=')
    .replace(/\/?>$/, '></script>');
}
