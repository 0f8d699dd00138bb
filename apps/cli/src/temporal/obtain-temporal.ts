import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Text } from '@sodate/journey/text';
import { CommandError } from '../terminal/command-error.ts';
import type { Say } from '../terminal/terminal.ts';
import { buildTemporal, hasGo } from './build-temporal.ts';
import { downloadTemporal } from './download-temporal.ts';
import { cachedTemporal, findTemporal } from './find-temporal.ts';

/**
 * The path of a Temporal program: one that is there, else downloaded, else built with Go. `say` gets a line at every
 * stage and while it lasts.
 * @throws CommandError naming the three ways out where nothing works.
 */
export async function obtainTemporal({ env, say }: { env: NodeJS.ProcessEnv; say: Say }): Promise<string> {
  const found = await findTemporal(env);
  if (found) return found;
  const target = cachedTemporal(env);
  await mkdir(dirname(target), { recursive: true });
  const failures: Text[] = [];
  say({
    ja: 'このマシンにはまだ Temporal がありません。ダウンロードします（初回のみ）…',
    en: 'Temporal is not on this machine yet. Downloading it, once …',
  });
  try {
    const progress = (done: string) =>
      say({ ja: `Temporal をダウンロード中: ${done}`, en: `Downloading Temporal: ${done}` });
    await downloadTemporal({ target, progress });
    return target;
  } catch (error) {
    failures.push({ ja: `ダウンロード: ${firstLine(error)}`, en: `download: ${firstLine(error)}` });
  }
  if (!(await hasGo())) {
    failures.push({ ja: 'Go でのビルド: Go が入っていません', en: 'build with Go: Go is not installed' });
    throw threeWaysOut({ target, failures });
  }
  say({
    ja: 'ダウンロードできませんが、Go があります。Temporal をビルドします（初回のみ、5 分ほど）…',
    en: 'The download is out of reach, but Go is here. Building Temporal, once (some five minutes) …',
  });
  try {
    const progress = (done: string) => say({ ja: `Temporal をビルド中: ${done}`, en: `Building Temporal: ${done}` });
    await buildTemporal({ target, progress });
    return target;
  } catch (error) {
    failures.push({ ja: `Go でのビルド: ${firstLine(error)}`, en: `build with Go: ${firstLine(error)}` });
    throw threeWaysOut({ target, failures });
  }
}

function threeWaysOut({ target, failures }: { target: string; failures: readonly Text[] }): CommandError {
  const releases = 'https://github.com/temporalio/cli/releases';
  return new CommandError({
    ja: [
      'リードをシナリオに沿って運ぶ Temporal を用意できませんでした。',
      ...failures.map(({ ja }) => `  - ${ja}`),
      '次のどれかひとつで起動できます。',
      `  1. ${releases} から Temporal CLI をダウンロードして ${target} に置く`,
      '     （または場所を SODATE_TEMPORAL_CLI で指定する）',
      '  2. Go 1.26 以上（https://go.dev/dl）を入れて起動し直す（このマシンでビルドします）',
      '  3. 別の場所で動いている Temporal を使う: TEMPORAL_ADDRESS=host:7233 npm start',
    ].join('\n'),
    en: [
      'Temporal, which carries the leads through their journeys, could not be had.',
      ...failures.map(({ en }) => `  - ${en}`),
      'Any one of these three helps:',
      `  1. Download the Temporal CLI from ${releases} and put it at ${target},`,
      '     or name its place in SODATE_TEMPORAL_CLI.',
      '  2. Install Go 1.26 or newer (https://go.dev/dl) and start again: Temporal is then built on this machine.',
      '  3. Use a Temporal server that runs elsewhere: TEMPORAL_ADDRESS=host:7233 npm start',
    ].join('\n'),
  });
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n').find((line) => line.trim() !== '') ?? '?';
}
