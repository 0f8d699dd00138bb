import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../terminal/command-error.ts';
import type { Say } from '../terminal/terminal.ts';
import type { Build } from './build.ts';
import { allBuilds } from './builds.ts';
import { hashInputs } from './hash-inputs.ts';
import { lockBuild } from './lock-build.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/** Makes what is missing or older than its source, and leaves the rest; of all builds, or `only` those. @throws CommandError with the tool's words. */
export async function prepareBuilds({
  say,
  root = repository,
  builds = allBuilds(repository),
  only,
}: {
  say: Say;
  root?: string;
  builds?: readonly Build[];
  only?: readonly string[];
}): Promise<void> {
  const wanted = builds.filter(({ name }) => only?.includes(name) ?? true);
  await Promise.all(wanted.map((build) => prepareOne({ build, root, say })));
}

async function prepareOne({ build, root, say }: { build: Build; root: string; say: Say }): Promise<void> {
  if (!existsSync(join(root, build.entry))) return;
  // Under node_modules, so that a fresh install builds afresh.
  const cache = join(root, 'node_modules', '.cache', 'sodate');
  const stampFile = join(cache, `${build.name}.sha256`);
  const hash = await hashInputs({ root, inputs: build.inputs });
  const isThere = async () =>
    existsSync(join(root, build.output)) && (await readFile(stampFile, 'utf8').catch(() => '')) === hash;
  if (await isThere()) return;
  const release = await lockBuild(join(cache, `${build.name}.lock`));
  try {
    if (await isThere()) return;
    await run({ build, say });
    await writeFile(stampFile, hash);
  } finally {
    release();
  }
}

async function run({ build, say }: { build: Build; say: Say }): Promise<void> {
  say({ ja: `${build.title.ja}を準備しています…`, en: `Building ${build.title.en} …` });
  try {
    await build.run();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new CommandError({
      ja: `${build.title.ja}を準備できませんでした。「npm ci」をやり直してください。\n${words}`,
      en: `Could not build ${build.title.en}. Run "npm ci" again.\n${words}`,
    });
  }
}
