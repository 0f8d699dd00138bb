import { fileURLToPath } from 'node:url';
import { sameText, type Text } from '@sodate/journey/text';

/** What went wrong while loading somebody's file, with the place in it where the stack names one. Node's own words are not ours. */
export function wordFault(error: unknown): Text {
  if (!(error instanceof Error)) return sameText(String(error));
  const missing = findMissingFile(error);
  if (missing !== undefined) return { ja: `ファイルがありません：${missing}`, en: `there is no file ${missing}` };
  const place = findPlace(error);
  return sameText(place === undefined ? error.message : `${place}: ${error.message}`);
}

/** The file that was to be imported and is not there, where that is all. */
function findMissingFile(error: Error): string | undefined {
  if (!('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  return /^Cannot find module '([^']+)'/.exec(error.message)?.[1];
}

/** A slip of syntax is named by the stack's first line; any other by the first call that is neither ours nor Node's. */
function findPlace({ name, stack = '' }: Error): string | undefined {
  if (name === 'SyntaxError') return /^(?:file:\/\/)?(\/\S+?:\d+)/.exec(stack)?.[1];
  const calls = stack.matchAll(/^ +at (?:.*?[( ])?(?:file:\/\/)?(\/\S+?:\d+):\d+\)?$/gm);
  return [...calls].flatMap(([, place]) => place ?? []).find((place) => !isOurs(place));
}

const ours = ['packages/', 'apps/'].map((folder) => fileURLToPath(new URL(`../../../../${folder}`, import.meta.url)));

function isOurs(place: string): boolean {
  return ours.some((folder) => place.startsWith(folder)) || place.includes('/node_modules/');
}
