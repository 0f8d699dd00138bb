import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = globSync(['*.md', '{apps,packages,workflows,test}/**/*.md'], {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
});

/** Where the page's links and pictures lead, those within the repository. */
function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) => link).filter((link) => !link.includes(':'));
}

/** Paths from the top that the page names in its text: `packages/mail/src/transport`. */
function pathsOf(text: string): readonly string[] {
  return [...text.matchAll(/`((?:apps|packages|workflows|test|drizzle)\/[\w./-]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/[A-Z]{3}|\/dist\//.test(path.replaceAll('README', '')));
}

/** Guides in both languages, by what they are called in English. */
const pairs = pages
  .filter((page) => page.endsWith('.ja.md'))
  .map((japanese) => ({ english: japanese.replace(/\.ja\.md$/, '.md'), japanese }));

const fence = /^ *```.*?^ *```$/gms;

/** Levels of headings and whole blocks of code, in their order. */
function outlineOf(text: string): readonly string[] {
  return text.match(new RegExp(`${fence.source}|^#+(?= )`, 'gms')) ?? [];
}

/** As GitHub makes an anchor of a heading. */
function anchorsOf(text: string): readonly string[] {
  return [...text.replaceAll(fence, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function read(page: string): Promise<string> {
  return readFile(join(root, page), 'utf8');
}

it('finds the pages', () => {
  expect(pages).toContain('CONTRIBUTING.md');
  expect(pages.length).toBeGreaterThan(30);
  expect(pairs.length).toBeGreaterThan(2);
});

it.each(pages)('%s names only what is there', async (page) => {
  const text = await read(page);
  const missing = [
    ...linksOf(text).filter((link) => !existsSync(join(root, dirname(page), link))),
    ...pathsOf(text).filter((path) => !existsSync(join(root, path))),
  ];
  expect(missing).toEqual([]);
});

it.each(pages)('%s leads to headings that it has', async (page) => {
  const text = await read(page);
  const anchors = anchorsOf(text);
  const named = [...text.matchAll(/\]\(#([^)\s]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(named.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});

// Else one of them is changed without the other.
it.each(pairs)(
  '$japanese has the headings and the code of its English twin, which lead to each other',
  async (pair) => {
    const [english, japanese] = await Promise.all([read(pair.english), read(pair.japanese)]);
    expect(outlineOf(japanese)).toEqual(outlineOf(english));
    expect(linksOf(english)).toContain(basename(pair.japanese));
    expect(linksOf(japanese)).toContain(basename(pair.english));
  },
);
