import type { ConfigPath } from '../graph/described-node.ts';
import type { CheckProblem, Surroundings } from '../graph/node-contract.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { Text } from '../text.ts';
import { incomplete } from './incomplete.ts';

type Attribute = Surroundings['attributes'][number];

/** Whether a comparison is complete and fits the kind of its attribute: numbers are not compared with texts. */
export function checkComparison({
  compare,
  attribute,
  path,
}: {
  compare: Json | undefined;
  attribute: Attribute;
  path: ConfigPath;
}): readonly CheckProblem[] {
  const say = (mend: Text) => [incomplete({ path, mend })];
  if (!isJsonObject(compare)) return say(chooseHow);
  switch (compare.is) {
    case 'empty':
    case 'not-empty':
      return [];
    case 'equal':
    case 'not-equal':
      return fits({ value: compare.value, attribute }) ? [] : say(wordValue(attribute));
    case 'less':
    case 'at-most':
    case 'at-least':
    case 'more':
      if (attribute.kind !== 'number') return say(notANumber(attribute));
      return typeof compare.value === 'number' ? [] : say(wordValue(attribute));
    case 'contains':
    case 'starts-with':
      return isText(compare.value) ? [] : say(wordValue(attribute));
    case 'one-of': {
      const { values } = compare;
      const complete =
        Array.isArray(values) && values.length > 0 && values.every((value) => fits({ value, attribute }));
      return complete ? [] : say(wordValue(attribute));
    }
    default:
      return say(chooseHow);
  }
}

function fits({ value, attribute }: { value: Json | undefined; attribute: Attribute }): boolean {
  if (attribute.kind === 'number') return typeof value === 'number';
  if (attribute.kind === 'boolean') return typeof value === 'boolean';
  return isText(value);
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function wordValue({ title }: Attribute): Text {
  return { ja: `「${title.ja}」と比べる値を入れてください。`, en: `Fill in the value to compare “${title.en}” with.` };
}

function notANumber({ title }: Attribute): Text {
  return {
    ja: `「${title.ja}」は数ではないので、大小では比べられません。`,
    en: `“${title.en}” is no number: it cannot be more or less.`,
  };
}

const chooseHow: Text = { ja: '項目をどう比べるかを選んでください。', en: 'Choose how to compare the attribute.' };
