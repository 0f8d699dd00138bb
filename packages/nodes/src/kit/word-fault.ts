import { fileURLToPath } from 'node:url';

/** What went wrong while loading somebody's file, with the place in it where the stack names one. */
export function wordFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = findPlace(error);
  return place === undefined ? error.message : `${place}: ${error.message}`;
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
