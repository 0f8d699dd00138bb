import type { DescribedField } from '@sodate/journey/graph/described-node';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import type { JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { dropHidden, isShown } from './drop-hidden.ts';
import { wordValue } from './word-value.ts';

/** One setting of a node in words; several lines where it is a list. */
export interface WordedSetting {
  readonly title: Text;
  readonly lines: readonly Text[];
}

interface Words {
  readonly fields: readonly DescribedField[];
  readonly config: JsonObject;
  readonly surroundings: Surroundings;
}

/**
 * A node's settings as its form shows them, in words: for those who read a journey without the editor. Takes whatever a
 * draft holds; what is not filled in is left out, unless the journey cannot be published without it.
 */
export function wordSettings({ fields, config, surroundings }: Words): readonly WordedSetting[] {
  const shown = dropHidden({ fields, config });
  return fields.flatMap((field): readonly WordedSetting[] => {
    if (!isShown({ field, config })) return [];
    const lines = wordValue({ hint: field.hint, value: shown[field.key], surroundings });
    if (lines.length > 0) return [{ title: field.title, lines }];
    return field.required ? [{ title: field.title, lines: [unset] }] : [];
  });
}

/** Where something must be filled in and is not. */
export const unset: Text = { ja: '設定がまだです', en: 'Not set up yet' };
