import type { Json, JsonObject } from '@sodate/journey/json';
import { cutText } from '../as-storable.ts';
import { normaliseEmail } from '../lead/normalise-email.ts';
import { normaliseName } from '../lead/normalise-name.ts';
import { normalisePhone } from '../lead/normalise-phone.ts';
import { findTraitField, type LeadField, type TraitField } from './trait-fields.ts';

export interface CompanyTraits {
  readonly name?: string;
  readonly domain?: string;
  readonly industry?: string;
  readonly employees?: number;
}

/** What a form or a call says about a person, in our words and normal forms. */
export interface PersonTraits {
  readonly email?: string;
  /** Something stood where the address should, and is none. */
  readonly emailUnread?: true;
  readonly fields: Readonly<Partial<Record<LeadField, string>>>;
  readonly company: CompanyTraits;
  /** What is none of ours: candidates for own fields. */
  readonly rest: JsonObject;
}

const longest = 500;

/** Of a company that is told of as an object. */
export const companyTraitKeys: readonly string[] = ['name', 'domain', 'website', 'industry', 'employees', 'size'];

/**
 * Sorts traits or form fields by meaning. Names are known in several spellings, Japanese ones too; family and given
 * name become one name in the order of their script. Empty values tell nothing and are left out.
 */
export function readTraits({ traits }: { traits: JsonObject }): PersonTraits {
  const { texts, companyObject, rest } = sortByField(traits);
  const email = texts.email === undefined ? undefined : normaliseEmail(texts.email);
  return {
    fields: readFields(texts),
    company: {
      ...readCompany({ name: texts.company ?? '', industry: texts.industry ?? '', employees: texts.employees ?? '' }),
      ...readCompany(companyObject),
    },
    rest,
    ...(email === undefined ? {} : { email }),
    ...(email === undefined && texts.email !== undefined ? { emailUnread: true as const } : {}),
  };
}

type Texts = Partial<Record<TraitField, string>>;

/** The first value that tells something wins, where two keys mean the same. */
function sortByField(traits: JsonObject) {
  const texts: Texts = {};
  const rest: Record<string, Json> = {};
  let companyObject: JsonObject = {};
  for (const [key, value] of Object.entries(traits)) {
    const field = findTraitField(key);
    const text = lineOf(value);
    if (field === 'company' && isObject(value)) companyObject = value;
    else if (field !== undefined && text !== undefined) texts[field] ??= text;
    else if (field === undefined && value !== null && value !== '') rest[key] = value;
  }
  return { texts, companyObject, rest };
}

function readFields(texts: Texts): PersonTraits['fields'] {
  const fields: Record<LeadField, string | undefined> = {
    name: texts.name ?? fullName({ family: texts.family, given: texts.given }),
    nameKana: texts.nameKana ?? fullName({ family: texts.familyKana, given: texts.givenKana }),
    department: texts.department,
    title: texts.title,
    phone: texts.phone === undefined ? undefined : normalisePhone(texts.phone),
    address: texts.address,
    region: texts.region,
    zone: texts.zone !== undefined && isZone(texts.zone) ? texts.zone : undefined,
    language: /^(ja|en)\b/i.exec(texts.language ?? '')?.[1]?.toLowerCase(),
  };
  return withoutMissing(fields);
}

function lineOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  const line = typeof value === 'string' ? cutText(normaliseName(value), longest) : '';
  return line === '' ? undefined : line;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function fullName({ family, given }: { family: string | undefined; given: string | undefined }): string | undefined {
  if (family === undefined || given === undefined) return family ?? given;
  // Latin names put the given name first; Japanese, Chinese and Korean ones the family name.
  return /^[\p{Script=Latin}\s\p{P}]+$/u.test(family + given) ? `${given} ${family}` : `${family} ${given}`;
}

function readCompany(value: JsonObject): CompanyTraits {
  const [name, domain, industry] = [value.name, value.domain ?? value.website, value.industry].map(lineOf);
  const host =
    domain === undefined ? undefined : URL.parse(domain.includes('://') ? domain : `https://${domain}`)?.host;
  return {
    ...(name === undefined ? {} : { name }),
    ...(host === undefined ? {} : { domain: host.replace(/^www\./, '') }),
    ...(industry === undefined ? {} : { industry }),
    ...readEmployees(lineOf(value.employees ?? value.size) ?? ''),
  };
}

/** "300", "1,200名", "100-299": the first number. */
function readEmployees(text: string): { employees?: number } {
  const digits = /\d+/.exec(text.replaceAll(',', ''))?.[0];
  const employees = Number(digits);
  return digits === undefined || employees > 10_000_000 ? {} : { employees };
}

function withoutMissing(fields: Record<LeadField, string | undefined>): PersonTraits['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
