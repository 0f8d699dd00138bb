import { enrollment } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { journey } from '@sodate/database/schema/journey';
import { company, consent, type LeadRow } from '@sodate/database/schema/lead';
import { user } from '@sodate/database/schema/user';
import type { JourneyId, LeadId } from '@sodate/journey/id';
import { and, asc, count, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { invalid } from '../errors.ts';
import { findLead } from './find-lead.ts';

const leadId = z.uuid().transform((id) => id as LeadId);

/** `keep` stays, `merge` becomes part of it. */
export const mergeLeadsInput = z.object({ keep: leadId, merge: leadId });

const shownFields = [
  'name',
  'nameKana',
  'email',
  'userId',
  'phone',
  'department',
  'title',
  'address',
  'region',
] as const;

export interface MergedField {
  readonly field: (typeof shownFields)[number] | 'company' | 'owner' | 'stage';
  readonly stays: string;
  readonly goes: string;
  /** What the one lead has afterwards. */
  readonly result: string;
}

export interface MergePreview {
  /** Only where at least one of the two has something to say. */
  readonly fields: readonly MergedField[];
  /** What moves to the lead that stays. */
  readonly moves: { readonly handoffs: number; readonly consents: number; readonly passages: number };
  /** Journeys that both are in: the passage that entered later ends as merged. */
  readonly ends: readonly { readonly id: JourneyId; readonly name: string }[];
}

/** What merging would leave, before anything is done. @throws RequestError 'not-found', 'invalid' where both are one. */
export async function previewMerge({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof mergeLeadsInput>;
}): Promise<MergePreview> {
  const stays = await findLead({ context, lead: input.keep });
  const goes = await findLead({ context, lead: input.merge });
  if (stays.id === goes.id) throw sameLead();
  const open = await readOpen({ context, leads: [stays.id, goes.id] });
  const ofBoth = [...Map.groupBy(open, ({ id }) => id).values()].filter((ones) => ones.length > 1);
  const ends = ofBoth.flatMap(([one]) => (one === undefined ? [] : [{ id: one.id, name: one.name }]));
  const ending = new Set(ends.map(({ id }) => id));
  const passages = open.filter(({ lead, id }) => lead === goes.id && !ending.has(id)).length;
  const moves = { ...(await countMoves({ context, lead: goes.id })), passages };
  return { fields: await compare({ context, stays, goes }), moves, ends };
}

async function compare({
  context,
  stays,
  goes,
}: {
  context: Context;
  stays: LeadRow;
  goes: LeadRow;
}): Promise<readonly MergedField[]> {
  const [names, owners] = await Promise.all([
    readCompanyNames({ context, rows: [stays, goes] }),
    readOwnerNames({ context, rows: [stays, goes] }),
  ]);
  const pairs = [
    ...shownFields.map((field) => ({ field, stays: stays[field] ?? '', goes: goes[field] ?? '' })),
    { field: 'company' as const, stays: names(stays), goes: names(goes) },
    { field: 'owner' as const, stays: owners(stays), goes: owners(goes) },
  ];
  const stage = { field: 'stage' as const, stays: stays.stage, goes: goes.stage, result: stays.stage };
  return [
    ...pairs
      .filter((pair) => pair.stays !== '' || pair.goes !== '')
      .map((pair) => ({ ...pair, result: pair.stays || pair.goes })),
    stage,
  ];
}

async function readOpen({ context, leads }: { context: Context; leads: readonly LeadId[] }) {
  return await context.database
    .select({ id: journey.id, name: journey.name, lead: enrollment.leadId })
    .from(enrollment)
    .innerJoin(journey, eq(journey.id, enrollment.journeyId))
    .where(and(inArray(enrollment.leadId, [...leads]), ne(enrollment.state, 'ended')))
    .orderBy(asc(enrollment.id));
}

async function countMoves({ context: { database }, lead }: { context: Context; lead: LeadId }) {
  const [handoffs] = await database.select({ n: count() }).from(handoff).where(eq(handoff.leadId, lead));
  const [consents] = await database.select({ n: count() }).from(consent).where(eq(consent.leadId, lead));
  return { handoffs: handoffs?.n ?? 0, consents: consents?.n ?? 0 };
}

async function readCompanyNames({ context, rows }: { context: Context; rows: readonly LeadRow[] }) {
  const ids = rows.flatMap(({ companyId }) => companyId ?? []);
  const found = await context.database
    .select({ id: company.id, name: company.name })
    .from(company)
    .where(inArray(company.id, ids));
  return ({ companyId }: LeadRow) => found.find(({ id }) => id === companyId)?.name ?? '';
}

async function readOwnerNames({ context, rows }: { context: Context; rows: readonly LeadRow[] }) {
  const ids = rows.flatMap(({ ownerId }) => ownerId ?? []);
  const found = await context.database.select({ id: user.id, name: user.name }).from(user).where(inArray(user.id, ids));
  return ({ ownerId }: LeadRow) => found.find(({ id }) => id === ownerId)?.name ?? '';
}

function sameLead() {
  return invalid({ ja: '同じリードどうしは統合できません。', en: 'A lead cannot be merged with itself.' });
}
