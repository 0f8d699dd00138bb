import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

it('finds the pages', () => {
  expect(pages).toContain('CONTRIBUTING.md');
  expect(pages.length).toBeGreaterThan(30);
});

it.each(pages)('%s names only what is there', async (page) => {
  const text = await readFile(join(root, page), 'utf8');
  const missing = [
    ...linksOf(text).filter((link) => !existsSync(join(root, dirname(page), link))),
    ...pathsOf(text).filter((path) => !existsSync(join(root, path))),
  ];
  expect(missing).toEqual([]);
});
