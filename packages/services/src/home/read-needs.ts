import { effect, enrollment, mark } from '@sodate/database/schema/enrollment';
import { type HandoffRow, handoff } from '@sodate/database/schema/handoff';
import { journey } from '@sodate/database/schema/journey';
import { user } from '@sodate/database/schema/user';
import type { JourneyId } from '@sodate/journey/id';
import type { Instant, Milliseconds } from '@sodate/journey/time/instant';
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { awaitsWord } from '../effect/awaits-word.ts';
import { countHandoffs } from '../handoff/count-handoffs.ts';
import { onlyOwnerFor } from '../handoff/handoff-access.ts';
import { measureSla } from '../handoff/measure-sla.ts';

/** So many owners fit in a line. */
const named = 3;

/** What stands still until a person decides. */
export interface Needs {
  /** Journeys with stuck leads, most first. */
  readonly stuck: readonly { readonly journey: JourneyId; readonly name: string; readonly count: number }[];
  /** Mails and calls whose fate is unknown, or that went out twice. */
  readonly unclear: number;
  /** A rep is told of their own. */
  readonly overdue: {
    readonly count: number;
    /** The latest first; there may be others. */
    readonly owners: readonly string[];
    readonly otherOwners: number;
    /** Open time since the earliest deadline. */
    readonly overMs: Milliseconds;
  };
  /** Hand-offs that nobody who is with us has, tests included, as the inbox lists them. A rep is told of none. */
  readonly unowned: { readonly open: number; readonly working: number };
  /** Set where nothing is sent since a store was restored. */
  readonly barredAt: Instant | null;
}

export async function readNeeds({ context }: { context: Context }): Promise<Needs> {
  const [stuck, unclear, overdue, unowned, barredAt] = await Promise.all([
    countStuck({ context }),
    countUnclear({ context }),
    readOverdue({ context }),
    countUnowned({ context }),
    readBarred({ context }),
  ]);
  return { stuck, unclear, overdue, unowned, barredAt };
}

async function countStuck({ context }: { context: Context }): Promise<Needs['stuck']> {
  const count = sql<number>`count(*)::int`;
  return await context.database
    .select({ journey: journey.id, name: journey.name, count })
    .from(enrollment)
    .innerJoin(journey, eq(journey.id, enrollment.journeyId))
    .where(and(eq(enrollment.state, 'stuck'), eq(enrollment.test, false)))
    .groupBy(journey.id, journey.name)
    .orderBy(desc(count), asc(journey.name))
    .limit(3);
}

export async function countUnclear({ context }: { context: Context }): Promise<number> {
  const [row] = await context.database.select({ count: sql<number>`count(*)::int` }).from(effect).where(awaitsWord);
  return row?.count ?? 0;
}

async function readOverdue({ context }: { context: Context }): Promise<Needs['overdue']> {
  const own = onlyOwnerFor(context.actor);
  const late = and(
    eq(handoff.state, 'open'),
    lt(handoff.dueAt, context.clock.now()),
    eq(handoff.test, false),
    own === undefined ? undefined : eq(handoff.ownerId, own),
  );
  const rows = await context.database
    .select({ owner: user.name, count: sql<number>`count(*)::int` })
    .from(handoff)
    .leftJoin(user, eq(user.id, handoff.ownerId))
    .where(late)
    .groupBy(user.id, user.name)
    .orderBy(asc(sql`min(${handoff.dueAt})`));
  const [first] = await context.database.select().from(handoff).where(late).orderBy(asc(handoff.dueAt)).limit(1);
  const owners = rows.flatMap(({ owner }) => owner ?? []);
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    owners: owners.slice(0, named),
    otherOwners: Math.max(0, owners.length - named),
    overMs: first === undefined ? 0 : await measureOver({ context, row: first }),
  };
}

async function countUnowned({ context }: { context: Context }): Promise<Needs['unowned']> {
  if (onlyOwnerFor(context.actor) !== undefined) return { open: 0, working: 0 };
  const { open, working } = await countHandoffs({ context, input: { owner: 'nobody' } });
  return { open, working };
}

async function measureOver({ context, row }: { context: Context; row: HandoffRow }): Promise<Milliseconds> {
  const [calendar] = await readCalendars({ context, ids: [row.calendarId] });
  return -measureSla({ row, calendar, now: context.clock.now() }).leftMs;
}

export async function readBarred({ context }: { context: Context }): Promise<Instant | null> {
  const [row] = await context.database.select({ barredAt: mark.claimsBarredAt }).from(mark);
  return row?.barredAt ?? null;
}
