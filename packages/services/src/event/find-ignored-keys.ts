import { attributeDefinition } from '@sodate/database/schema/lead';
import { findNearest } from '@sodate/journey/find-nearest';
import { isJsonObject, type Json } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readOwnValue } from '../identity/read-own-value.ts';
import { companyTraitKeys, readTraits } from '../identity/read-traits.ts';
import { findUnreadPart } from './find-unread-part.ts';
import type { Message, MessageType } from './message.ts';
import { readForm } from './read-form.ts';
import { wordNearest } from './word-nearest.ts';

/** What one event of a request said that nobody takes, or lacks that would make it count. The rest of it was stored. */
export interface Ignored {
  /** Its place in the batch, from 0. */
  readonly index: number;
  readonly reason: Text;
}

export interface TakenEvent {
  readonly index: number;
  /** As it came. */
  readonly body: unknown;
  readonly message: Message;
}

const mostTold = 20;

/** What public clients send beside, as the spec has it, without meaning anything by it here. */
const common = [
  ...['type', 'messageId', 'timestamp', 'originalTimestamp', 'sentAt', 'receivedAt', 'anonymousId', 'userId'],
  ...['traits', 'context', 'integrations', 'channel', 'version', 'writeKey', 'projectId', '_metadata'],
];
const ofType: Readonly<Record<MessageType, readonly string[]>> = {
  page: ['name', 'category', 'properties'],
  screen: ['name', 'category', 'properties'],
  track: ['event', 'properties'],
  identify: [],
  group: ['groupId'],
  alias: ['previousId'],
};
const traitNames = [
  ...['email', 'name', 'firstName', 'lastName', 'nameKana', 'company', 'industry', 'employees', 'department', 'title'],
  ...['phone', 'address', 'region', 'timezone', 'language'],
];

/** A short word is near many others: "date" is no slip for "name". */
const longNames = traitNames.filter((name) => name.length > 4);

type Definition = typeof attributeDefinition.$inferSelect;

/**
 * Keys of a call that it does not have, traits that become nothing, and events without what makes them count: most often a
 * slip of whoever writes the sender.
 */
export async function findIgnoredKeys({
  context,
  events,
}: {
  context: Context;
  events: readonly TakenEvent[];
}): Promise<readonly Ignored[]> {
  const strange = events.flatMap(findStrangeKeys);
  const unread = events.flatMap(({ index, message }) => {
    const reason = findUnreadPart({ message });
    return reason === undefined ? [] : [{ index, reason }];
  });
  const traits = events.flatMap((event) => [...listStrangeTraits(event), ...listSlippedFields(event)]);
  // Most calls have none: nothing is asked for them.
  const own = traits.some(({ of }) => of !== 'company') ? await readDefinitions(context) : [];
  const untaken = traits.flatMap((trait) => {
    const reason = wordTrait({ trait, own });
    return reason === undefined ? [] : [{ index: trait.index, reason }];
  });
  return [...strange, ...unread, ...untaken].toSorted((one, other) => one.index - other.index).slice(0, mostTold);
}

function findStrangeKeys({ index, body, message: { type } }: TakenEvent): readonly Ignored[] {
  const known = [...common, ...ofType[type]];
  const strange = Object.entries(body ?? {}).filter(([key, value]) => value !== null && !known.includes(key));
  return strange.map(([key]) => {
    const { ja, en } = wordNearest(findNearest({ word: key, among: known }));
    return {
      index,
      reason: {
        ja: `${key}は${type}の項目ではないので、捨てました。${ja}`,
        en: `${key} is not a field of ${type}, and was dropped.${en}`,
      },
    };
  });
}

interface Trait {
  readonly index: number;
  readonly of: 'lead' | 'company' | 'form';
  readonly path: string;
  readonly name: string;
  readonly value: Json | undefined;
}

/** Those that fill none of the fields that every lead or company has. */
function listStrangeTraits({ index, message: { type, traits } }: TakenEvent): readonly Trait[] {
  const company = type === 'group' ? traits : traits.company;
  const path = type === 'group' ? 'traits' : 'traits.company';
  const ofCompany = isJsonObject(company) ? Object.entries(company) : [];
  const ofLead = type === 'group' ? [] : Object.entries(readTraits({ traits }).rest);
  return [
    ...ofLead.map(([name, value]): Trait => ({ index, of: 'lead', path: `traits.${name}`, name, value })),
    ...ofCompany
      .filter(([name, value]) => value !== null && value !== '' && !companyTraitKeys.includes(name))
      .map(([name, value]): Trait => ({ index, of: 'company', path: `${path}.${name}`, name, value })),
  ];
}

/** A form asks what it likes, and all of it is kept: only a slip for a field that every lead has is told. */
function listSlippedFields({ index, message }: TakenEvent): readonly Trait[] {
  const rest = Object.entries(readTraits({ traits: readForm({ message })?.fields ?? {} }).rest);
  return rest.flatMap(([name, value]): Trait[] =>
    findNearest({ word: name, among: longNames }) === undefined
      ? []
      : [{ index, of: 'form', path: `properties.fields.${name}`, name, value }],
  );
}

async function readDefinitions(context: Context): Promise<readonly Definition[]> {
  return context.database.select().from(attributeDefinition).where(eq(attributeDefinition.of, 'lead'));
}

const kinds: Readonly<Record<Definition['kind'], Text>> = {
  text: { ja: '文字', en: 'a text' },
  number: { ja: '数', en: 'a number' },
  boolean: { ja: 'はい・いいえ（true・false）', en: 'true or false' },
  date: { ja: '日付（2026-11-19）', en: 'a date (2026-11-19)' },
};

function wordTrait({ trait, own }: { trait: Trait; own: readonly Definition[] }): Text | undefined {
  const { of, path, name, value } = trait;
  if (of === 'company') {
    const { ja, en } = wordNearest(findNearest({ word: name, among: companyTraitKeys }));
    return {
      ja: `${path}は捨てました。会社の項目として受け取るのは ${companyTraitKeys.join('、')} だけです。${ja}`,
      en: `${path} was dropped: of a company, only ${companyTraitKeys.join(', ')} are taken.${en}`,
    };
  }
  const field = own.find((one) => one.name === name);
  if (field !== undefined) {
    if (readOwnValue({ kind: field.kind, value }) !== undefined) return undefined;
    const { ja, en } = kinds[field.kind];
    return {
      ja: `${path}は${ja}として読めないので、捨てました。`,
      en: `${path} cannot be read as ${en}, and was dropped.`,
    };
  }
  if (of === 'form') {
    const { ja, en } = wordNearest(findNearest({ word: name, among: longNames }));
    return {
      ja: `${path}は、回答として残しますが、リードの項目には入れません。${ja}`,
      en: `${path} is kept as an answer, and fills no field of a lead.${en}`,
    };
  }
  const near = wordNearest(findNearest({ word: name, among: [...traitNames, ...own.map((one) => one.name)] }));
  return {
    ja: `${path}を受け取るリードの項目がないので、捨てました。${near.ja}残すには、設定の「リードと会社の項目」で項目を作り、そこに出る名前で送ってください。`,
    en: `${path} was dropped: no field of a lead has this name.${near.en} To keep it, make a field in Settings, Fields, and send it under the name shown there.`,
  };
}
