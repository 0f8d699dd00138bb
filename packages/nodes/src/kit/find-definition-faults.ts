import { type DescribedField, fieldKinds } from '@sodate/journey/graph/described-node';
import { type Family, families } from '@sodate/journey/graph/node-contract';
import type { Text } from '@sodate/journey/text';
import type { NodeDefinition } from './define-node.ts';

/** What every word that a user sees stands under, in the description of a node type. */
const words = new Set([
  'title',
  'short',
  'description',
  'help',
  'example',
  'label',
  'addLabel',
  'otherwise',
  'text',
  'unconnected',
]);

/**
 * What a definition from outside lacks that the editor relies on, whatever its types said: Node does not look at them.
 * Empty: nothing. One that the editor cannot draw would take the whole palette with it.
 */
export function findDefinitionFaults({ described }: NodeDefinition): readonly Text[] {
  const { schema: _, initial: __, title, description, ...shown } = described;
  const named = { title, description };
  const unsaid = (['title', 'description'] as const).filter((name) => !isText(named[name]));
  const wordlessPlaces = [...unsaid, ...findWordless({ value: shown, at: '' })];
  return [
    ...typeFaults(described.type),
    ...familyFaults(described.family),
    ...(typeof described.icon === 'string' ? [] : [{ ja: 'icon がありません。', en: 'it has no icon' }]),
    ...wordlessPlaces.map(wordless),
    ...findUndrawn(described.fields).map(undrawn),
  ];
}

function typeFaults(type: string): readonly Text[] {
  if (typeof type === 'string' && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(type)) return [];
  const named = JSON.stringify(type);
  return [
    {
      ja: `type の ${named} は、小文字をハイフンでつないだ名前ではありません。`,
      en: `its type ${named} is no name in small letters joined by hyphens`,
    },
  ];
}

function familyFaults(family: Family): readonly Text[] {
  if (families.includes(family)) return [];
  const [named, known] = [JSON.stringify(family), families.join(', ')];
  return [
    { ja: `family の ${named} は、${known} のどれでもありません。`, en: `its family ${named} is none of ${known}` },
  ];
}

function undrawn({ key, hint }: DescribedField): Text {
  const [kind, known] = [JSON.stringify(hint?.kind), fieldKinds.join(', ')];
  return {
    ja: `項目「${key}」の hint の kind が ${kind} です。使えるのは ${known} です。`,
    en: `the hint of its field "${key}" is of kind ${kind}, which is none of ${known}`,
  };
}

/** The fields that no component of the inspector draws. */
function findUndrawn(fields: readonly DescribedField[]): readonly DescribedField[] {
  return fields.flatMap((field) => {
    if (!fieldKinds.some((kind) => kind === field.hint?.kind)) return [field];
    return field.hint.kind === 'list' ? findUndrawn(field.hint.fields) : [];
  });
}

function wordless(place: string): Text {
  return {
    ja: `${place} が両方の言語で書かれていません。{ ja: '…', en: '…' } と書いてください。`,
    en: `its ${place} is not said in both languages: write { ja: '…', en: '…' }`,
  };
}

/** The places where words should be in two languages and are not. */
function findWordless({ value, at }: { value: unknown; at: string }): readonly string[] {
  if (typeof value !== 'object' || value === null || isText(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const named = Array.isArray(value) ? (keyOf(inner) ?? key) : key;
    const place = at === '' ? named : `${at}.${named}`;
    // What a list's new item holds is data, whatever its keys are called.
    if (key === 'newItem' || inner === undefined) return [];
    if (words.has(key) && !isSpec(inner) && !isText(inner)) return [place];
    return findWordless({ value: inner, at: place });
  });
}

/** What the author calls a field or an outcome: its place in the list would have to be counted out. */
function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const key = 'key' in item ? item.key : 'id' in item && item.id;
  return typeof key === 'string' ? key : undefined;
}

/** A label that is made from the config: its own words lie deeper. */
function isSpec(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function isText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('ja' in value) || !('en' in value)) return false;
  return [value.ja, value.en].every((one) => typeof one === 'string' && one.trim() !== '');
}
