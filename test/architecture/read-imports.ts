import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Import {
  /** From the repository's root. */
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', 'public', 'temporal-build']);

/** All imports and re-exports of the product's own source; its tests are not the product. */
export function readImports(): Import[] {
  const files = ['apps', 'packages', 'workflows'].flatMap((folder) => listSources(join(root, folder)));
  return files.flatMap((file) => importsOf({ file: relative(root, file), source: readFileSync(file, 'utf8') }));
}

/** Static imports and exports, dynamic imports with a fixed name, and types written as `import('…')`. */
export function importsOf({ file, source }: { file: string; source: string }): Import[] {
  const statements = source.matchAll(/^(?:import|export)\s+(?<type>type\s)?(?:[^'"`;]*?\sfrom\s+)?'(?<from>[^']+)'/gm);
  const dynamic = source.matchAll(/\bimport\('(?<from>[^']+)'\)(?<member>\.[A-Z])?/g);
  return [...statements, ...dynamic].map((match) => ({
    file,
    from: match.groups?.from ?? '',
    typeOnly: match.groups?.type !== undefined || match.groups?.member !== undefined || hasOnlyTypes(match[0]),
  }));
}

/** `import { type A, type B } from …`. */
function hasOnlyTypes(statement: string): boolean {
  const names = /^import\s*\{([^}]*)\}\s*from/.exec(statement)?.[1];
  if (names === undefined) return false;
  const parts = names.split(',').map((name) => name.trim());
  return parts.every((name) => name === '' || name.startsWith('type '));
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listSources(path);
    const isSource = /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts');
    return isSource ? [path] : [];
  });
}
