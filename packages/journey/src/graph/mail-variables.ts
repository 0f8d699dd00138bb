import type { Text } from '../text.ts';
import type { Surroundings } from './node-contract.ts';

/** A place in a mail that is filled in for each reader, as it stands in the text: `{{ lead.name | default: "x" }}`. */
export interface MailVariable {
  /** Where it stands; `to` is the place after it. */
  readonly from: number;
  readonly to: number;
  /** `lead.name`, `lead.attributes.plan`; for what no person would call a name, the words between the braces. */
  readonly name: string;
  /** What stands there for readers whose own is not known. */
  readonly fallback?: string;
}

const variable = /\{\{-?\s*((?:(?!\}\})[^\n])*?)\s*-?\}\}/g;
const withFallback = /^([\w.]+)(?:\s*\|\s*default:\s*(?:"([^"]*)"|'([^']*)'))?$/;

/** All variables of a text, in their order. Conditions and loops are none. */
export function findMailVariables(words: string): readonly MailVariable[] {
  return [...words.matchAll(variable)].map(({ index, 0: whole, 1: inner = '' }) => {
    const [, name = inner, double, single] = withFallback.exec(inner) ?? [];
    const fallback = double ?? single;
    return { from: index, to: index + whole.length, name, ...(fallback === undefined ? {} : { fallback }) };
  });
}

const titles: Readonly<Record<string, Text>> = {
  'lead.name': { ja: '氏名', en: 'Name' },
  'lead.email': { ja: 'メールアドレス', en: 'Email address' },
  'lead.company': { ja: '会社名', en: 'Company' },
  'lead.department': { ja: '部署', en: 'Department' },
  'lead.title': { ja: '役職', en: 'Job title' },
  'lead.phone': { ja: '電話番号', en: 'Phone' },
  'sender.name': { ja: '差出人の名前', en: 'Name of the sender' },
  'sender.email': { ja: '差出人のアドレス', en: 'Address of the sender' },
  'sender.postal_address': { ja: '差出人の住所', en: 'Postal address of the sender' },
  unsubscribe_url: { ja: '配信停止のリンク先', en: 'Unsubscribe link' },
};

const ownField = 'lead.attributes.';

/** What a person calls a variable; nothing where there is none of this name. */
export function titleOfVariable({
  name,
  attributes,
}: {
  name: string;
  attributes: readonly Pick<Surroundings['attributes'][number], 'of' | 'name' | 'title'>[];
}): Text | undefined {
  if (Object.hasOwn(titles, name)) return titles[name];
  if (!name.startsWith(ownField)) return undefined;
  return attributes.find((one) => one.of === 'lead' && one.name === name.slice(ownField.length))?.title;
}

/** A line of a mail as a person reads it in a list: 「〔氏名〕様の場合をうかがえますか」. */
export function wordMailLine({
  line,
  attributes,
}: {
  line: string;
  attributes: Parameters<typeof titleOfVariable>[0]['attributes'];
}): Text {
  const made = { ja: '', en: '' };
  let read = 0;
  for (const { from, to, name } of findMailVariables(line)) {
    const before = line.slice(read, from);
    const title = titleOfVariable({ name, attributes });
    made.ja += before + (title === undefined ? line.slice(from, to) : `〔${title.ja}〕`);
    made.en += before + (title === undefined ? line.slice(from, to) : `[${title.en}]`);
    read = to;
  }
  const rest = line.slice(read);
  return { ja: made.ja + rest, en: made.en + rest };
}
