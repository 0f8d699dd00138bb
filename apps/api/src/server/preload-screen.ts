import type { Language } from '@sodate/journey/text';

/** What Vite tells of its build, by source file. */
export type BuildManifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }>
>;

/** The screens that people open first, by address; the start alone knows them only once it runs. */
export const firstScreens = [
  { path: /^\/$/, sources: ['src/frame/frame.tsx', 'src/home/home.tsx'] },
  { path: /^\/sign-in$/, sources: ['src/sign-in/sign-in.tsx'] },
  { path: /^\/journeys\/[^/]+$/, sources: ['src/journeys/journey-screen.tsx'] },
  { path: /^\/handoffs(\/[^/]+)?$/, sources: ['src/frame/frame.tsx', 'src/handoffs/inbox.tsx'] },
  { path: /^\/leads$/, sources: ['src/frame/frame.tsx', 'src/leads/lead-list.tsx'] },
  { path: /^\/leads\/[^/]+$/, sources: ['src/frame/frame.tsx', 'src/leads/lead-page.tsx'] },
] as const;

export const textSources = {
  ja: 'src/language/japanese-texts.ts',
  en: 'src/language/english-texts.ts',
} as const satisfies Readonly<Record<Language, string>>;

/** The editor's first question, worded as its client words it: else it would be asked twice. */
const sessionQuestion = '/trpc/session.read?batch=1&input=%7B%7D';

/**
 * Tags for the head of the page, so that a browser asks for a screen's files and texts together with the start, and
 * not after it. Empty for addresses of no first screen.
 */
export function preloadScreen({
  page,
  manifest,
  path,
  language,
}: {
  /** The built page: what it asks for itself needs no tag. */
  page: string;
  manifest: BuildManifest;
  path: string;
  language: Language;
}): string {
  const screen = firstScreens.find((one) => one.path.test(path));
  if (screen === undefined) return '';
  const chunks = [...screen.sources, textSources[language]].reduce(
    (seen, source) => reach({ manifest, source, seen }),
    new Set<string>(),
  );
  const found = [...chunks].flatMap((source) => manifest[source] ?? []);
  const isNew = (file: string) => !page.includes(file);
  const files = found.map(({ file }) => file).filter(isNew);
  const styles = [...new Set(found.flatMap(({ css }) => css ?? []))].filter(isNew);
  return [
    `<link rel="preload" as="fetch" crossorigin="anonymous" href="${sessionQuestion.replaceAll('&', '&amp;')}">`,
    ...files.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
    ...styles.map((file) => `<link rel="preload" as="style" crossorigin href="/${file}">`),
  ].join('');
}

/** The chunks that a source needs at once, by their names in the manifest. */
function reach({
  manifest,
  source,
  seen,
}: {
  manifest: BuildManifest;
  source: string;
  seen: Set<string>;
}): Set<string> {
  const chunk = manifest[source];
  if (chunk === undefined || seen.has(source)) return seen;
  seen.add(source);
  for (const one of chunk.imports ?? []) reach({ manifest, source: one, seen });
  return seen;
}
