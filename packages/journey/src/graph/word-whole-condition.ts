import type { Condition } from '../condition/condition.ts';
import type { Text } from '../text.ts';
import type { Surroundings } from './node-contract.ts';
import { wordCondition } from './word-condition.ts';

type Group = Extract<Condition, { kind: 'all' | 'any' | 'none' }>;

interface Asked<Kind extends Condition = Condition> {
  readonly condition: Kind;
  readonly surroundings: Surroundings;
}

/** A complete condition with all its parts: 「スコア60以上、かつ（A、またはB）」, "score 60 or more and (A or B)". */
export function wordWholeCondition({ condition, surroundings }: Asked): Text {
  return isGroup(condition) ? wordGroup({ condition, surroundings }) : wordCondition({ condition, surroundings });
}

const between: Readonly<Record<Group['kind'], Text>> = {
  all: { ja: '、かつ', en: ' and ' },
  any: { ja: '、または', en: ' or ' },
  none: { ja: '」「', en: '; ' },
};

function wordGroup({ condition, surroundings }: Asked<Group>): Text {
  const { kind, of } = condition;
  const [only, second] = of;
  if (only === undefined) return wordCondition({ condition, surroundings });
  if (second === undefined && kind !== 'none') return wordWholeCondition({ condition: only, surroundings });
  const parts = of.map((part) => wordPart({ condition: part, surroundings }));
  const ja = parts.map((part) => part.ja).join(between[kind].ja);
  const en = parts.map((part) => part.en).join(between[kind].en);
  if (kind !== 'none') return { ja, en };
  if (second === undefined) return { ja: `${ja}ではない`, en: `not ${en}` };
  return { ja: `「${ja}」のどれでもない`, en: `none of these: ${en}` };
}

/** A group of several inside a group stands in brackets. */
function wordPart({ condition, surroundings }: Asked): Text {
  const words = wordWholeCondition({ condition, surroundings });
  return joins(condition) ? { ja: `（${words.ja}）`, en: `(${words.en})` } : words;
}

function joins(condition: Condition): boolean {
  if (!isGroup(condition)) return false;
  const [only, second] = condition.of;
  return second !== undefined || (only !== undefined && joins(only));
}

function isGroup(condition: Condition): condition is Group {
  return condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none';
}
