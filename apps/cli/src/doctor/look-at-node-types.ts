import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language, Text } from '@sodate/journey/text';
import { configPath, loadInstalledNodeTypes } from '@sodate/nodes/kit/load-installed-node-types';
import { assertNodeConfig } from '../embedded/assert-node-config.ts';
import { CommandError } from '../terminal/command-error.ts';

/** How many node types of one's own are there. @throws CommandError that names each that is left out, and why. */
export async function lookAtNodeTypes({ path = configPath }: { path?: string } = {}) {
  await assertNodeConfig({ path });
  const { described, broken } = await loadInstalledNodeTypes({ path });
  const count = described.filter(({ custom }) => custom).length;
  if (broken.length === 0) {
    const unlisted = await findUnlisted(path);
    return unlisted.length === 0 ? { ja: `${count}種類`, en: String(count) } : wordUnlisted({ count, unlisted });
  }
  const list = (language: Language) =>
    broken
      .map(({ name, errors }) => `\n  ${name}${errors.map((error) => `\n    ${error[language]}`).join('')}`)
      .join('');
  throw new CommandError({
    ja: `使えないものがあります。直して起動し直してください。${list('ja')}`,
    en: `some are left out. Mend them and start again.${list('en')}`,
  });
}

/** Folders in my-nodes that the config does not name. */
async function findUnlisted(path: string): Promise<readonly string[]> {
  const config = await readFile(path, 'utf8').catch(() => '');
  const found = await readdir(join(dirname(path), 'my-nodes'), { withFileTypes: true }).catch(() => []);
  const folders = found.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return folders.filter((name) => !config.includes(`my-nodes/${name}/`)).toSorted();
}

function wordUnlisted({ count, unlisted }: { count: number; unlisted: readonly string[] }): Text {
  const lines = unlisted.map((name) => `\n    () => import('./my-nodes/${name}/definition.ts'),`).join('');
  return {
    ja: `${count}種類。my-nodes にあって sodate.config.ts に書かれていないものがあります。使うには nodes の [ ] の中に加えてください。${lines}`,
    en: `${count}. Some in my-nodes are not in sodate.config.ts. To use them, add to its nodes, between [ ]:${lines}`,
  };
}
