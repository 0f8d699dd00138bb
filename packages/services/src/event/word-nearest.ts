import { findNearest } from '@sodate/journey/find-nearest';
import type { Text } from '@sodate/journey/text';

/** A sentence to be put behind another; empty where nothing is near. */
export function wordNearest(near: string | undefined): Text {
  return near === undefined ? { ja: '', en: '' } : { ja: `${near} ではありませんか。`, en: ` Did you mean ${near}?` };
}

/** The same, where what is wanted is missing and one of the keys that came looks like a slip for it. */
export function wordSlip({ keys, wanted }: { keys: readonly string[]; wanted: readonly string[] }): Text {
  for (const key of keys) {
    const near = wanted.includes(key) ? undefined : findNearest({ word: key, among: wanted });
    if (near !== undefined)
      return { ja: `${key} は ${near} ではありませんか。`, en: ` Instead of ${key}, did you mean ${near}?` };
  }
  return wordNearest(undefined);
}
