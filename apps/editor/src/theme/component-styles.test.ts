import { globSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const library = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'));
const source = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(path, 'utf8');

/** Parts of the library that we name, and `Notification`, which `@mantine/notifications` draws. */
function findUsed(): string[] {
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).map((file) => read(join(source, file)));
  const named = files.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]);
  const names = named.flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  return [...new Set(names.filter((name) => /^[A-Z]/.test(name))), 'Notification'];
}

/** The library's files that hold the class names of a part, and of what it is made of. */
function reachClasses({ file, seen }: { file: string; seen: Set<string> }): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = read(file);
  const own = file.endsWith('.module.mjs') ? [file] : [];
  const parts = [...text.matchAll(/from "(\.[^"]*)"/g)].map(([, path = '']) => join(dirname(file), path));
  return [...own, ...parts.flatMap((part) => reachClasses({ file: part, seen }))];
}

function findNeededStyles(): Set<string> {
  const exported = new Map(
    [...read(join(library, 'esm/index.mjs')).matchAll(/import \{([^}]*)\} from "([^"]*)"/g)].flatMap(
      ([, names = '', path = '']) => names.split(',').map((name) => [name.trim(), join(library, 'esm', path)] as const),
    ),
  );
  const seen = new Set<string>();
  const files = findUsed().flatMap((name) => exported.get(name) ?? []);
  const classFiles = files.flatMap((file) => reachClasses({ file, seen }));
  const classes = classFiles.flatMap((file) => [...read(file).matchAll(/"(m_[0-9a-z]+)"/g)].map(([, name]) => name));
  const sheets = readdirSync(join(library, 'styles')).filter((name) => name.endsWith('.layer.css'));
  return new Set(sheets.filter((sheet) => classes.some((name) => isStyled({ sheet, name }))));
}

function isStyled({ sheet, name }: { sheet: string; name: string | undefined }): boolean {
  return new RegExp(`\\.${name}\\b`).test(read(join(library, 'styles', sheet)));
}

const imported = [
  ...read(join(import.meta.dirname, 'component-styles.ts')).matchAll(/core\/styles\/(.+\.layer\.css)'/g),
].map(([, sheet = '']) => sheet);

it('brings the styles of every part of the library that a screen uses', () => {
  const needed = findNeededStyles();
  expect(needed.size).toBeGreaterThan(20);
  expect([...needed].filter((sheet) => !imported.includes(sheet))).toEqual([]);
});

it('brings them in the order of the library, which decides between rules of equal weight', () => {
  const all = read(join(library, 'styles.layer.css'));
  const firstClass = (sheet: string) => read(join(library, 'styles', sheet)).match(/\.(m_[0-9a-z]+)/)?.[1];
  const places = imported.flatMap((sheet) => firstClass(sheet) ?? []).map((name) => all.indexOf(`.${name}`));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});
