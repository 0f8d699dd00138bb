import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language, Text } from '@sodate/journey/text';
import { configPath, loadInstalledNodeTypes } from '@sodate/nodes/kit/load-installed-node-types';
import type { BrokenNodeType } from '@sodate/nodes/kit/node-types';
import { assertNodeConfig } from '../embedded/assert-node-config.ts';
import { CommandError } from '../terminal/command-error.ts';

/**
 * Which node types of one's own are there. @throws CommandError that names each that is left out, or that a sample of its
 * settings shows to be at fault, and why.
 */
export async function lookAtNodeTypes({ path = configPath }: { path?: string } = {}) {
  await assertNodeConfig({ path });
  const { described, broken, doubtful } = await loadInstalledNodeTypes({ path });
  const own = described.filter(({ custom }) => custom).map(({ type }) => type);
  if (broken.length + doubtful.length === 0) {
    const unlisted = await findUnlisted(path);
    return unlisted.length === 0 ? wordOwn(own) : wordUnlisted({ own, unlisted });
  }
  const parts = [
    ...(broken.length === 0 ? [] : [wordList({ intro: leftOut, list: broken })]),
    ...(doubtful.length === 0 ? [] : [wordList({ intro: atFault, list: doubtful })]),
  ];
  throw new CommandError({
    ja: parts.map(({ ja }) => ja).join('\n'),
    en: parts.map(({ en }) => en).join('\n'),
  });
}

const leftOut: Text = {
  ja: '使えないものがあります。直して起動し直してください。',
  en: 'some are left out. Fix them and start again.',
};
const atFault: Text = {
  ja: '組み込まれていますが、設定を入れてみると誤りがあります。直して起動し直してください。',
  en: 'these are loaded, but have a fault. Fix it and start again.',
};

function wordList({ intro, list }: { intro: Text; list: readonly BrokenNodeType[] }): Text {
  const lines = (language: Language) =>
    list.map(({ name, errors }) => `\n  ${name}${errors.map((error) => `\n    ${error[language]}`).join('')}`).join('');
  return { ja: `${intro.ja}${lines('ja')}`, en: `${intro.en}${lines('en')}` };
}

function wordOwn(own: readonly string[]): Text {
  if (own.length === 0) return { ja: '0種類', en: '0' };
  return { ja: `${own.length}種類（${own.join('、')}）`, en: `${own.length} (${own.join(', ')})` };
}

/** Folders in my-nodes that the config does not name. */
async function findUnlisted(path: string): Promise<readonly string[]> {
  const config = await readFile(path, 'utf8').catch(() => '');
  const found = await readdir(join(dirname(path), 'my-nodes'), { withFileTypes: true }).catch(() => []);
  const folders = found.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return folders.filter((name) => !config.includes(`my-nodes/${name}/`)).toSorted();
}

function wordUnlisted({ own, unlisted }: { own: readonly string[]; unlisted: readonly string[] }): Text {
  const { ja, en } = wordOwn(own);
  const lines = unlisted.map((name) => `\n    () => import('./my-nodes/${name}/definition.ts'),`).join('');
  return {
    ja: `${ja}。my-nodes にあって sodate.config.ts に書かれていないものがあります。使うには nodes の [ ] の中に加えてください。${lines}`,
    en: `${en}. Some in my-nodes are not in sodate.config.ts. To use them, add to its nodes, between [ ]:${lines}`,
  };
}
