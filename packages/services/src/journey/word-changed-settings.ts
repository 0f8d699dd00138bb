import type { GraphNode } from '@sodate/journey/graph/graph';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import type { Json } from '@sodate/journey/json';
import { sameText, type Text } from '@sodate/journey/text';
import { wordValue } from '@sodate/nodes/kit/word-value';
import type { Context } from '../context.ts';

/** A setting that is not what it was. Where words cannot tell what differs, both are null. */
export interface ChangedSetting {
  readonly title: Text;
  /** Null: not set. */
  readonly before: Text | null;
  readonly after: Text | null;
}

/** A node's settings of these keys, in the order of its form, each with what it was and what it is. */
export function wordChangedSettings({
  nodeTypes,
  keys,
  before,
  after,
  surroundings,
}: {
  nodeTypes: Context['nodeTypes'];
  keys: readonly string[];
  before: GraphNode | undefined;
  after: GraphNode;
  surroundings: Surroundings;
}): readonly ChangedSetting[] {
  const fields = nodeTypes.described.find(({ type }) => type === after.type)?.fields ?? [];
  const order = new Map(fields.map(({ key }, place) => [key, place]));
  const placeOf = (key: string) => order.get(key) ?? fields.length;
  return keys
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((key) => {
      const field = fields.find((one) => one.key === key);
      if (field === undefined) return { title: sameText(key), before: null, after: null };
      const say = (value: Json | undefined) => joinLines(wordValue({ hint: field.hint, value, surroundings }));
      const said = { before: say(before?.config[key]), after: say(after.config[key]) };
      const differs = said.before?.ja !== said.after?.ja || said.before?.en !== said.after?.en;
      return { title: field.title, ...(differs ? said : { before: null, after: null }) };
    });
}

function joinLines(lines: readonly Text[]): Text | null {
  if (lines.length === 0) return null;
  return { ja: lines.map(({ ja }) => ja).join('\n'), en: lines.map(({ en }) => en).join('\n') };
}
