import { company, consent, lead, visitor } from '@sodate/database/schema/lead';
import type { CompanyId, LeadId, MailId, VisitorId } from '@sodate/journey/id';
import type { Language, Text } from '@sodate/journey/text';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readScoreRules } from '../score/read-score-rules.ts';
import { storeScores } from '../score/store-scores.ts';
import { inTransaction } from '../transaction.ts';
import { homePage, makeOrigin, requestPage, type SeedOrigin } from './demo-visits.ts';
import { companiesInAll, makeCompany } from './make-company.ts';
import { makeHistory, type SeedHistory } from './make-history.ts';
import { makePerson, type SeedPerson } from './make-person.ts';
import { type Random, seededRandom } from './random.ts';
import { storeHistories } from './store-histories.ts';

export interface SeedBatch {
  /** Number of the first lead, counted over the whole installation; decides names and companies. */
  readonly first: number;
  readonly size: number;
  readonly now: Instant;
  readonly random: Random;
  readonly mails: readonly MailId[];
  /** What the people and their companies are called in, and which site they read. */
  readonly language: Language;
}

export interface Sketch {
  readonly company: number;
  readonly person: SeedPerson;
  readonly origin: SeedOrigin;
  readonly history: SeedHistory;
}

/** A sketch with the rows made for it. */
export interface StoredSketch extends Sketch {
  readonly lead: LeadId;
  readonly browser: VisitorId;
  readonly own: VisitorId;
}

const leadsPerCompany = 3;
const wording: Text = {
  ja: 'つみき在庫の活用例やセミナーの案内をメールで受け取る',
  en: 'Send me examples of use and invitations to seminars by email',
};

/** Stores one batch of made-up leads with all that belongs to them, in one transaction. */
export async function storeBatch({ context, batch }: { context: Context; batch: SeedBatch }): Promise<void> {
  const { language } = batch;
  const sketches = Array.from({ length: batch.size }, (_, index) => sketch({ batch, number: batch.first + index }));
  await inTransaction({ context }, async (inner) => {
    const companies = await storeCompanies({ context: inner, numbers: sketches.map((one) => one.company), language });
    const stored = await storePeople({ context: inner, sketches, companies, language });
    await storeConsents({ context: inner, stored, language });
    await storeHistories({ context: inner, stored, mails: batch.mails, language });
    const rules = await readScoreRules({ context: inner });
    await storeScores({ context: inner, rules, leads: stored.map((one) => one.lead), now: batch.now });
  });
}

function sketch({ batch: { random, now, mails, language }, number }: { batch: SeedBatch; number: number }): Sketch {
  return {
    company: Math.floor(number / leadsPerCompany) % companiesInAll,
    person: makePerson({ number, random, language }),
    origin: makeOrigin({ random, language }),
    history: makeHistory({ now, random, mails: mails.length }),
  };
}

/** Ids by number; a company made by an earlier batch is found by its domain. */
async function storeCompanies({
  context,
  numbers,
  language,
}: {
  context: Context;
  numbers: readonly number[];
  language: Language;
}): Promise<ReadonlyMap<number, { readonly id: CompanyId; readonly domain: string; readonly region: string }>> {
  const wanted = new Map(
    [...new Set(numbers)].map((number) => [number, makeCompany({ number, random: seededRandom(number), language })]),
  );
  const domains = [...wanted.values()].map(({ domain }) => domain);
  const columns = { id: company.id, domain: company.domain };
  const found = await context.database.select(columns).from(company).where(inArray(company.domain, domains));
  const there = new Set(found.map(({ domain }) => domain));
  const missing = [...wanted.values()].filter(({ domain }) => !there.has(domain));
  const made = missing.length === 0 ? [] : await context.database.insert(company).values(missing).returning(columns);
  const ids = new Map([...found, ...made].map(({ id, domain }) => [domain, id]));
  return new Map(
    [...wanted].flatMap(([number, { domain, region }]) => {
      const id = ids.get(domain);
      return id === undefined ? [] : [[number, { id, domain, region }] as const];
    }),
  );
}

async function storePeople({
  context,
  sketches,
  companies,
  language,
}: {
  context: Context;
  sketches: readonly Sketch[];
  companies: Awaited<ReturnType<typeof storeCompanies>>;
  language: Language;
}): Promise<readonly StoredSketch[]> {
  const { database } = context;
  const rows = sketches.flatMap((one) => {
    const at = companies.get(one.company);
    return at === undefined
      ? []
      : [{ one, row: leadRow({ ...one, at, language, host: new URL(context.publicUrl).origin }) }];
  });
  const made = await database
    .insert(lead)
    .values(rows.map(({ row }) => row))
    .onConflictDoNothing({ target: lead.email })
    .returning({ id: lead.id, email: lead.email, firstTouch: lead.firstTouch });
  const leads = new Map(made.map((row) => [row.email, row]));
  const browsers = made.map((row) => ({
    leadId: row.id,
    anonymousId: crypto.randomUUID(),
    firstTouch: row.firstTouch,
  }));
  const visitors = await database
    .insert(visitor)
    .values([...browsers, ...made.map((row) => ({ leadId: row.id, anonymousId: null, firstTouch: null }))])
    .returning({ id: visitor.id, leadId: visitor.leadId, anonymousId: visitor.anonymousId });
  const byBrowser = new Map(
    visitors.flatMap((row) => (row.anonymousId === null ? [] : [[row.leadId, row.id] as const])),
  );
  const byLead = new Map(visitors.flatMap((row) => (row.anonymousId === null ? [[row.leadId, row.id] as const] : [])));
  return rows.flatMap(({ one, row }) => {
    const id = leads.get(row.email)?.id;
    const browser = byBrowser.get(id ?? null);
    const own = byLead.get(id ?? null);
    return id === undefined || browser === undefined || own === undefined ? [] : [{ ...one, lead: id, browser, own }];
  });
}

function leadRow({
  person: { mailbox, ...person },
  origin,
  history,
  at,
  host,
  language,
}: Sketch & { at: { id: CompanyId; domain: string; region: string }; host: string; language: Language }) {
  const { source: _, ...touch } = origin;
  const began = history.events[0]?.at ?? history.stageAt;
  const known = history.events.find(({ name }) => name === 'lead-created')?.at ?? history.stageAt;
  const { campaign, ...plain } = touch;
  const none = { term: undefined, content: undefined };
  return {
    ...person,
    companyId: at.id,
    email: `${mailbox}@${at.domain}`,
    region: at.region,
    language,
    stage: history.stage,
    stageAt: history.stageAt,
    firstTouch: {
      at: formatInstant(began),
      landingUrl: `${host}${homePage.path[language]}`,
      ...plain,
      ...(campaign === undefined ? {} : { campaign: { ...none, ...campaign } }),
    },
    createdAt: known,
    updatedAt: known,
  };
}

async function storeConsents({
  context,
  stored,
  language,
}: {
  context: Context;
  stored: readonly StoredSketch[];
  language: Language;
}): Promise<void> {
  const source = `${context.publicUrl}${requestPage.path[language]}`;
  const rows = stored.flatMap(({ lead: leadId, history }) => {
    const given = history.events.find(({ name }) => name === 'consent-given');
    return given === undefined
      ? []
      : [{ leadId, topic: 'marketing', given: true, wording: wording[language], source, at: given.at }];
  });
  if (rows.length > 0) await context.database.insert(consent).values(rows);
}
