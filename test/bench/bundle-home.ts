import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Bench, figure } from './figure.ts';

const dist = fileURLToPath(new URL('../../apps/editor/dist/', import.meta.url));
const mostBytes = 300_000;

/** What a browser loads beside the start before the home screen stands: its frame, the screen, texts in one language. */
const roots = ['src/frame/frame.tsx', 'src/home/home.tsx', 'src/language/japanese-texts.ts'];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** The first JavaScript of the home screen; at most 300 kB gzipped. Canvas, mail editor and dates load when needed. */
export const bench: Bench = async () => {
  const manifest = JSON.parse(await readFile(`${dist}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;
  const page = await readFile(`${dist}index.html`, 'utf8');
  const start = Object.keys(manifest).filter((name) => isScriptOf({ page, chunk: manifest[name] }));
  if (start.length === 0) throw new Error("the editor's build has no start: run `npm run prepare`");
  const files = filesOf({ manifest, names: [...start, ...roots], seen: new Set() });
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(dist + file), { level: 9 }).length),
  );
  const value = sizes.reduce((sum, size) => sum + size, 0);
  return [figure({ name: 'first JavaScript of home, gzipped', value, unit: 'bytes', baseline: mostBytes })];
};

function isScriptOf({ page, chunk }: { page: string; chunk: Chunk | undefined }): boolean {
  return chunk?.file.endsWith('.js') === true && page.includes(chunk.file);
}

/** The files of these chunks and of all that they import at once. */
function filesOf({
  manifest,
  names,
  seen,
}: {
  manifest: Readonly<Record<string, Chunk>>;
  names: readonly string[];
  seen: Set<string>;
}): ReadonlySet<string> {
  for (const name of names) {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the editor's build has no ${name}: run \`npm run prepare\``);
    if (seen.has(chunk.file)) continue;
    seen.add(chunk.file);
    filesOf({ manifest, names: chunk.imports ?? [], seen });
  }
  return seen;
}
