import type { Surroundings } from '@sodate/journey/graph/node-contract';
import { wordWholeCondition } from '@sodate/journey/graph/word-whole-condition';
import type { Json } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { checkCondition } from '@sodate/journey/validate/check-condition';
import { conditionValue } from './config-values.ts';

/** What a draft holds for a condition, in words. Half a condition gives undefined: its words would be half a sentence. */
export function wordAsked({
  value,
  surroundings,
}: {
  value: Json | undefined;
  surroundings: Surroundings;
}): Text | undefined {
  const condition = conditionValue.safeParse(value).data;
  if (condition === undefined) return undefined;
  const faults = checkCondition({ condition: value, path: [], surroundings });
  if (faults.some(({ severity }) => severity === 'error')) return undefined;
  return wordWholeCondition({ condition, surroundings });
}
