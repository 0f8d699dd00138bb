import type { Database } from '@sodate/database/connect';
import { enrollment } from '@sodate/database/schema/enrollment';
import { event, thing } from '@sodate/database/schema/event';
import { journey, version } from '@sodate/database/schema/journey';
import { company, consent, lead, visitor } from '@sodate/database/schema/lead';
import type { Plan } from '@sodate/journey/compile/plan';
import type { LeadAttributes } from '@sodate/journey/condition/lead-facts';
import type { LeadEvent } from '@sodate/journey/event/event';
import { emptyGraph } from '@sodate/journey/graph/graph';
import {
  asId,
  type EnrollmentId,
  type JourneyId,
  type LeadId,
  type VersionId,
  type VisitorId,
} from '@sodate/journey/id';
import type { Stage } from '@sodate/journey/stage';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { GeneratedEvent } from './arbitrary-lead.ts';

const minuteMs = 60_000;
const thingKinds = {
  'page-viewed': 'page',
  'mail-clicked': 'link',
  'form-submitted': 'form',
  custom: 'custom',
} as const;

/** The first row that an insert returned. */
export function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was stored');
  return row;
}

/** A journey with one version, enough for enrollments to refer to. */
export async function storeJourney(database: Database): Promise<{ journey: JourneyId; version: VersionId }> {
  const { id } = only(await database.insert(journey).values({ name: 'test', draft: emptyGraph }).returning());
  const plan = {} as Plan;
  const stored = await database
    .insert(version)
    .values({ journeyId: id, number: 1, graph: emptyGraph, plan, hash: '' })
    .returning();
  return { journey: id, version: only(stored).id };
}

/** A lead with these attributes, split into columns and own fields as the product stores them. */
export async function storeLead({
  database,
  attributes,
  stage,
}: {
  database: Database;
  attributes: LeadAttributes;
  stage: Stage;
}): Promise<LeadId> {
  const { title, ...own } = attributes.lead;
  const { industry, employees, ...ownOfCompany } = attributes.company;
  const isKnown = Object.keys(attributes.company).length > 0;
  const stored = isKnown
    ? await database
        .insert(company)
        .values({
          name: 'x',
          nameKey: 'x',
          industry: (industry ?? null) as string | null,
          employees: (employees ?? null) as number | null,
          attributes: ownOfCompany,
        })
        .returning()
    : [];
  const values = { companyId: stored[0]?.id ?? null, title: (title ?? null) as string | null, attributes: own, stage };
  return only(await database.insert(lead).values(values).returning()).id;
}

/** Stores generated events, oldest first, half of them on a second browser; gives them as the core sees them. */
export async function storeGeneratedEvents({
  database,
  lead: leadId,
  events,
  now,
  own,
}: {
  database: Database;
  lead: LeadId;
  events: readonly GeneratedEvent[];
  now: Instant;
  own: EnrollmentId;
}): Promise<readonly LeadEvent[]> {
  const visitors = await database.insert(visitor).values([{ leadId }, { leadId }]).returning();
  const stranger = only(await database.insert(visitor).values({}).returning()).id;
  const seen: LeadEvent[] = [];
  const oldestFirst = events.toSorted((a, b) => b.ageMinutes - a.ageMinutes);
  for (const [index, generated] of oldestFirst.entries()) {
    const visitorId = visitors[index % 2]?.id ?? stranger;
    const stored = await storeGenerated({ database, generated, now, own, visitors: [visitorId, stranger] });
    if (!generated.retracted) seen.push(stored);
  }
  return seen;
}

/** Stores one event for each of the visitors; gives the first as the core sees it. */
async function storeGenerated({
  database,
  generated,
  now,
  own,
  visitors,
}: {
  database: Database;
  generated: GeneratedEvent;
  now: Instant;
  own: EnrollmentId;
  visitors: readonly VisitorId[];
}): Promise<LeadEvent> {
  const { name, source, node, visit, outcome, points, category } = generated;
  const storedAt = asInstant(now - generated.ageMinutes * minuteMs);
  const occurredAt = asInstant(storedAt - generated.lagMinutes * minuteMs);
  const kind = name in thingKinds ? thingKinds[name as keyof typeof thingKinds] : undefined;
  const key = kind === undefined ? undefined : generated.key;
  const enrollmentId = generated.own ? own : undefined;
  const told = { storedAt, occurredAt, name, source, node, visit, outcome, points, category };
  const row = {
    ...told,
    enrollmentId,
    thingId: kind === undefined || key === undefined ? null : await storeThing({ database, kind, key }),
    retractedAt: generated.retracted ? now : null,
  };
  const [stored] = await database
    .insert(event)
    .values(visitors.map((visitorId) => ({ ...row, visitorId, id: sql`nextval('event_id')` })))
    .returning({ id: event.id });
  const place = kind === 'page' || kind === 'link' ? { url: key } : { thing: key };
  return bare({ id: Number(stored?.id), properties: {}, ...told, enrollment: enrollmentId, ...place });
}

async function storeThing({
  database,
  kind,
  key,
}: {
  database: Database;
  kind: 'page' | 'link' | 'form' | 'custom';
  key: string;
}): Promise<number> {
  const slash = key.indexOf('/');
  const path = slash < 0 ? '/' : key.slice(slash);
  const isPlace = kind === 'page' || kind === 'link';
  const stored = await database
    .insert(thing)
    .values({ kind, key, path: isPlace ? path : null })
    .onConflictDoUpdate({ target: [thing.kind, thing.key], set: { key } })
    .returning();
  return only(stored).id;
}

export async function storeConsents({
  database,
  lead: leadId,
  words,
}: {
  database: Database;
  lead: LeadId;
  words: readonly { readonly topic: string; readonly given: boolean }[];
}): Promise<void> {
  for (const word of words) await database.insert(consent).values({ leadId, ...word, wording: '', source: '' });
}

export async function storePassage({
  database,
  lead: leadId,
  of,
  ended,
  at,
}: {
  database: Database;
  lead: LeadId;
  of: { readonly journey: JourneyId; readonly version: VersionId };
  ended: boolean;
  at: Instant;
}): Promise<EnrollmentId> {
  const stored = await database
    .insert(enrollment)
    .values({
      journeyId: of.journey,
      versionId: of.version,
      leadId,
      op: asId('n_1'),
      node: asId('n_1'),
      triggerNode: asId('n_0'),
      visit: 1,
      arrivedAt: at,
      arrivedEvent: 0,
      enteredAt: at,
      state: ended ? 'ended' : 'resting',
      hop: 0,
      rest: 0,
      ...(ended ? { endedAt: at, reason: 'completed' as const } : {}),
    })
    .returning();
  return only(stored).id;
}

function bare(value: object): LeadEvent {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as unknown as LeadEvent;
}
