import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../terminal/command-error.ts';
import type { Say } from '../terminal/terminal.ts';
import type { Build } from './build.ts';
import { allBuilds } from './builds.ts';
import { hashInputs } from './hash-inputs.ts';

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
  const stampFile = join(root, 'node_modules', '.cache', 'sodate', `${build.name}.sha256`);
  const hash = await hashInputs({ root, inputs: build.inputs });
  const stamp = await readFile(stampFile, 'utf8').catch(() => '');
  if (stamp === hash && existsSync(join(root, build.output))) return;
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
  await mkdir(join(stampFile, '..'), { recursive: true });
  await writeFile(stampFile, hash);
}
