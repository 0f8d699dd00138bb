import type { Json } from '@sodate/journey/json';
import { z } from 'zod';
import { invalid } from '../errors.ts';
import { normaliseEmail } from './normalise-email.ts';
import { normaliseName } from './normalise-name.ts';
import { normalisePhone } from './normalise-phone.ts';

const line = z.string().max(300).nullable().optional();

/** What a person may write about a lead by hand. Null or an empty text clears a field; an absent one stays. */
export const leadFieldsInput = z.object({
  name: z.string().max(200).optional(),
  nameKana: line,
  email: line,
  userId: line,
  department: line,
  title: line,
  phone: line,
  address: line,
  region: line,
  zone: line,
  language: z.enum(['ja', 'en']).nullable().optional(),
  /** Own fields by name. */
  own: z.record(z.string().max(80), z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()])).optional(),
});

export type LeadFields = z.output<typeof leadFieldsInput>;

/**
 * The fields as they are stored: width, case and blanks folded, empty texts as null. Own fields are left to
 * `readOwnFields`.
 * @throws RequestError where an address, phone or zone is none
 */
export function normaliseLeadFields({ own: _, ...fields }: LeadFields): Readonly<Record<string, Json>> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, normaliseField({ name, value: value ?? null })]));
}

function normaliseField({ name, value }: { name: string; value: string | null }): string | null {
  const text = normaliseName(value ?? '');
  if (text === '') return name === 'name' ? '' : null;
  switch (name) {
    case 'email':
      return normaliseEmail(text) ?? refuse(notAnAddress);
    case 'phone':
      return normalisePhone(text) ?? refuse(notAPhone);
    case 'zone':
      return isZone(text) ? text : refuse(notAZone);
    default:
      return text;
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const notAnAddress = {
  field: 'email',
  ja: 'メールアドレスの形になっていません。「name@example.co.jp」のように入れてください。',
  en: 'This is not an email address. Write it as in name@example.com.',
};

const notAPhone = {
  field: 'phone',
  ja: '電話番号の形になっていません。6〜15桁の数字で入れてください。',
  en: 'This is not a phone number. Use 6 to 15 digits.',
};

const notAZone = {
  field: 'zone',
  ja: 'このタイムゾーンはありません。「Asia/Tokyo」のように入れてください。',
  en: 'There is no such time zone. Write it as in Asia/Tokyo.',
};

function refuse({ field, ja, en }: { field: string; ja: string; en: string }): never {
  throw invalid({ ja, en }, field);
}
