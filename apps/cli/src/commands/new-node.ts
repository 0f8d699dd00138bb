import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { Text } from '@sodate/journey/text';
import { loadInstalledNodeTypes } from '@sodate/nodes/kit/load-installed-node-types';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { nodeFiles } from '../new-node/node-files.ts';
import { type NodeNames, nodeNames } from '../new-node/node-names.ts';
import { CommandError } from '../terminal/command-error.ts';
import { say } from '../terminal/terminal.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/** `sodate new-node NAME`: the folder of a node type that works and passes its test, to be made one's own. */
export async function runNewNode({
  name,
  root = repository,
}: {
  name: string | undefined;
  root?: string;
}): Promise<void> {
  const names = name === undefined ? undefined : nodeNames(name);
  if (names === undefined) throw wrongName();
  const folder = join(root, 'my-nodes', names.type);
  if (existsSync(folder)) throw alreadyThere(folder);
  const taken = (await typesThere()).find(({ type }) => type === names.type);
  if (taken !== undefined) throw typeTaken(taken);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(nodeFiles(names))) await writeFile(join(folder, file), text);
  sayNext(names);
}

/** The node types of this installation; where its list cannot be read, those that come with it. */
async function typesThere(): Promise<readonly DescribedNode[]> {
  return (await loadInstalledNodeTypes().catch(() => loadNodeTypes())).described;
}

function sayNext({ type, title, short }: NodeNames): void {
  const line = `  () => import('./my-nodes/${type}/definition.ts'),`;
  say({
    ja: `my-nodes/${type} を作りました。\n\n1. sodate.config.ts の nodes の [ ] の中に、1行加えます:\n\n${line}\n\n2. 起動し直すと、パレットに「${short}」と出ます。呼び名は仮のものです（「${title.ja}」）。definition.ts の title と short を日本語に書き換えます。\n3. テスト: npx vitest run --project unit my-nodes/${type}\n\n書き方は apps/docs/write-a-node-type.ja.md にあります。`,
    en: `Made my-nodes/${type}.\n\n1. Add a line between the [ ] of nodes in sodate.config.ts:\n\n${line}\n\n2. Start Sodate again: it is in the palette as “${short}”. Its names are title and short in definition.ts; the Japanese title is yet to be written.\n3. Test it: npx vitest run --project unit my-nodes/${type}\n\nHow to go on: apps/docs/write-a-node-type.md`,
  });
}

function wrongName(): CommandError {
  return new CommandError({
    ja: '名前は英小文字と数字をハイフンでつないで、英字で始めて40文字までで指定してください: sodate new-node post-to-chat',
    en: 'Name it in small letters and digits joined by hyphens, a letter first, at most 40 characters: sodate new-node post-to-chat',
  });
}

function typeTaken({ type, title, custom }: DescribedNode): CommandError {
  const of: Text = custom
    ? { ja: 'sodate.config.ts に', en: 'is in sodate.config.ts' }
    : { ja: '標準のノードに', en: 'comes with Sodate' };
  return new CommandError({
    ja: `「${type}」という種類は、${of.ja}すでにあります（${title.ja}）。何も作っていません。別の名前を指定してください: sodate new-node my-${type}`,
    en: `A node type named "${type}" ${of.en} already (${title.en}); nothing was made. Choose another name: sodate new-node my-${type}`,
  });
}

function alreadyThere(folder: string): CommandError {
  return new CommandError({
    ja: `${folder} はすでにあります。何も変えていません。別の名前を指定するか、作り直すならフォルダを消してください。`,
    en: `${folder} is there already; nothing was changed. Choose another name, or delete the folder if you want it made anew.`,
  });
}
