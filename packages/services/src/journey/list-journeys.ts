import { effect, enrollment, step } from '@sodate/database/schema/enrollment';
import { journey, stepRollup, version } from '@sodate/database/schema/journey';
import type { JourneyId } from '@sodate/journey/id';
import { formatInstant } from '@sodate/journey/time/instant';
import { and, desc, eq, ilike, inArray, isNotNull, isNull, ne, not, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { awaitsWord } from '../effect/awaits-word.ts';
import { ofTestSql } from '../effect/of-test-sql.ts';
import { triedAgainAtNode } from '../effect/tried-again.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseTimeCursor } from '../page-cursor.ts';
import { summedUpTo } from './count-mark.ts';
import { describeGraph } from './describe-graph.ts';
import { headColumns, type JourneyHead } from './get-journey.ts';
import { missingTypesSql } from './missing-types-sql.ts';
import { readSurroundings } from './read-surroundings.ts';

export const listJourneysInput = pageInput.extend({
  state: z.enum(['draft', 'live', 'paused', 'stopped']).optional(),
  archived: z.boolean().default(false),
  /** A part of the name. */
  search: z.string().trim().max(80).optional(),
});

export interface ListedJourney extends Omit<JourneyHead, 'heldNodes' | 'rewritten' | 'relowered'> {
  readonly inFlight: number;
  readonly stuck: number;
  /** Leads whose send did not go through and is tried again by itself. */
  readonly retrying: number;
  /** Node types that its live version needs and this server does not have. */
  readonly missingTypes: readonly string[];
  /** Sends of its leads on which a person has to say a word. */
  readonly unclear: number;
  readonly entered: number;
  readonly enteredIn7Days: number;
  /** Problems of the draft that block publishing. */
  readonly errors: number;
  readonly nodes: number;
}

/** Journeys, the last changed first, with their numbers. */
export async function listJourneys({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listJourneysInput>;
}): Promise<Page<ListedJourney>> {
  const found = await context.database
    .select({ ...headColumns, draft: journey.draft, missingTypes: missingTypesSql({ context }) })
    .from(journey)
    .leftJoin(version, eq(version.id, journey.liveVersionId))
    .where(and(...conditionsOf(input)))
    .orderBy(desc(journey.updatedAt), desc(journey.id))
    .limit(input.limit + 1);
  const page = found.slice(0, input.limit);
  const ids = page.map(({ id }) => id);
  const open = await countOpen({ context, ids });
  const entered = await countEntered({ context, ids });
  const unclear = await countUnclear({ context, ids });
  const retrying = await countRetrying({ context, ids });
  const outside = await readSurroundings({ context });
  const rows = page.map(({ draft, ...head }) => {
    const { problems } = describeGraph({ graph: draft, catalog: context.nodeTypes.catalog, outside });
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const nodes = Object.keys(draft.nodes).length;
    return {
      ...head,
      ...(open.get(head.id) ?? noneOpen),
      ...(entered.get(head.id) ?? noneEntered),
      unclear: unclear.get(head.id) ?? 0,
      retrying: retrying.get(head.id) ?? 0,
      errors,
      nodes,
    };
  });
  const last = found.length > input.limit ? rows.at(-1) : undefined;
  return {
    rows,
    ...(last === undefined ? {} : { next: formatCursor({ value: formatInstant(last.updatedAt), id: last.id }) }),
  };
}

const noneOpen = { inFlight: 0, stuck: 0 };
async function countRetrying({ context, ids }: { context: Context; ids: readonly JourneyId[] }) {
  if (ids.length === 0) return new Map<JourneyId, number>();
  const rows = await context.database
    .select({ id: enrollment.journeyId, count: sql<number>`count(distinct ${enrollment.id})::int` })
    .from(enrollment)
    .innerJoin(effect, triedAgainAtNode)
    .where(and(inArray(enrollment.journeyId, ids), eq(enrollment.state, 'acting'), ofRealLeads(enrollment)))
    .groupBy(enrollment.journeyId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

const noneEntered = { entered: 0, enteredIn7Days: 0 };

function conditionsOf(input: z.output<typeof listJourneysInput>): SQL[] {
  const conditions = [input.archived ? isNotNull(journey.archivedAt) : isNull(journey.archivedAt)];
  if (input.state !== undefined) conditions.push(eq(journey.state, input.state));
  if (input.search) conditions.push(ilike(journey.name, `%${input.search.replace(/[\\%_]/g, '\\$&')}%`));
  if (input.after !== undefined) {
    const { value, id } = parseTimeCursor(input.after);
    conditions.push(sql`(${journey.updatedAt}, ${journey.id}) < (${value}::timestamptz, ${id}::uuid)`);
  }
  return conditions;
}

async function countOpen({ context, ids }: { context: Context; ids: readonly JourneyId[] }) {
  if (ids.length === 0) return new Map<JourneyId, typeof noneOpen>();
  const rows = await context.database
    .select({
      id: enrollment.journeyId,
      inFlight: sql<number>`count(*)`.mapWith(Number),
      stuck: sql<number>`count(*) filter (where ${enrollment.state} = 'stuck')`.mapWith(Number),
    })
    .from(enrollment)
    .where(and(inArray(enrollment.journeyId, ids), ne(enrollment.state, 'ended'), ofRealLeads(enrollment)))
    .groupBy(enrollment.journeyId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

async function countUnclear({ context, ids }: { context: Context; ids: readonly JourneyId[] }) {
  if (ids.length === 0) return new Map<JourneyId, number>();
  const rows = await context.database
    .select({ id: effect.journeyId, count: sql<number>`count(*)::int` })
    .from(effect)
    .where(and(inArray(effect.journeyId, ids), awaitsWord, not(ofTestSql)))
    .groupBy(effect.journeyId);
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])));
}

async function countEntered({ context, ids }: { context: Context; ids: readonly JourneyId[] }) {
  if (ids.length === 0) return new Map<JourneyId, typeof noneEntered>();
  const now = formatInstant(context.clock.now());
  const rows = await context.database.execute<{ id: JourneyId; entered: string; recent: string }>(sql`
    select id, sum(count) as entered, coalesce(sum(count) filter (where recent), 0) as recent from (
      select ${stepRollup.journeyId} as id, ${stepRollup.count}::bigint as count,
        ${stepRollup.day} > ((${now}::timestamptz - interval '7 days') at time zone 'UTC')::date as recent
      from ${stepRollup}
      where ${inArray(stepRollup.journeyId, ids)} and ${stepRollup.outcome} = 'entered' and not ${stepRollup.test}
      union all
      select ${step.journeyId}, count(*), true from ${step}
      where ${inArray(step.journeyId, ids)} and ${step.writtenAt} >= ${summedUpTo}
        and ${step.hop} = 0 and not ${step.test}
      group by 1
    ) lines group by id`);
  return new Map(
    rows.map(({ id, entered, recent }) => [id, { entered: Number(entered), enteredIn7Days: Number(recent) }]),
  );
}
