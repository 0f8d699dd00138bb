import { effect, enrollment, mark } from '@sodate/database/schema/enrollment';
import { type HandoffRow, handoff } from '@sodate/database/schema/handoff';
import { journey, version } from '@sodate/database/schema/journey';
import { user } from '@sodate/database/schema/user';
import type { JourneyId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import type { Instant, Milliseconds } from '@sodate/journey/time/instant';
import { and, asc, desc, eq, inArray, isNull, lt, not, sql } from 'drizzle-orm';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { awaitsWord } from '../effect/awaits-word.ts';
import { ofTestSql } from '../effect/of-test-sql.ts';
import { countHandoffs } from '../handoff/count-handoffs.ts';
import { onlyOwnerFor } from '../handoff/handoff-access.ts';
import { measureSla } from '../handoff/measure-sla.ts';
import { wordCallError } from '../http/word-call-error.ts';
import { listWaitingRequests, type WaitingRequest } from '../journey/list-waiting-requests.ts';
import { missingTypesSql } from '../journey/missing-types-sql.ts';
import { titleOfType } from '../journey/name-node.ts';
import { byCost, keepAnswers } from '../keep-answers.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';

/** So many owners fit in a line, and so many lines of a kind among the others. */
const named = 3;

/** What stands still until a person decides; test leads are left out. */
export interface Needs {
  /** Journeys with stuck leads, most first. */
  readonly stuck: readonly { readonly journey: JourneyId; readonly name: string; readonly count: number }[];
  /** Journeys that carry leads to nodes whose type this server does not have. */
  readonly missing: readonly MissingTypes[];
  /** Drafts that somebody asks to have published, who asked first. Told those alone who publish. */
  readonly publishAsked: readonly WaitingRequest[];
  /** Mails whose fate is unknown, or that went out twice. */
  readonly unclearMails: number;
  /** The same of other systems' nodes, by type; the most first. */
  readonly unclearCalls: readonly UnclearCalls[];
  /** A rep is told of their own. */
  readonly overdue: {
    readonly count: number;
    /** The latest first; there may be others. */
    readonly owners: readonly string[];
    readonly otherOwners: number;
    /** Open time since the earliest deadline. */
    readonly overMs: Milliseconds;
  };
  /** Hand-offs that nobody who is with us has. A rep is told of none. */
  readonly unowned: { readonly open: number; readonly working: number };
  /** Set where nothing is sent since a store was restored. */
  readonly barredAt: Instant | null;
}

interface MissingTypes {
  readonly journey: JourneyId;
  readonly name: string;
  readonly types: readonly string[];
}

interface UnclearCalls {
  readonly type: string;
  readonly title: Text;
  readonly count: number;
  /** What the newest of them reported; null for those who see no personal data. */
  readonly error: Text | null;
}

export async function readNeeds({ context }: { context: Context }): Promise<Needs> {
  const [stuck, missing, publishAsked, unclear, overdue, unowned, barredAt] = await Promise.all([
    countStuck({ context }),
    findMissing({ context }),
    listWaitingRequests({ context, limit: named }),
    readUnclear({ context }),
    readOverdue({ context }),
    countUnowned({ context }),
    readBarred({ context }),
  ]);
  return { stuck, missing, publishAsked, ...unclear, overdue, unowned, barredAt };
}

async function countStuck({ context }: { context: Context }): Promise<Needs['stuck']> {
  const count = sql<number>`count(*)::int`;
  return await context.database
    .select({ journey: journey.id, name: journey.name, count })
    .from(enrollment)
    .innerJoin(journey, eq(journey.id, enrollment.journeyId))
    .where(and(eq(enrollment.state, 'stuck'), ofRealLeads(enrollment)))
    .groupBy(journey.id, journey.name)
    .orderBy(desc(count), asc(journey.name))
    .limit(3);
}

const missingTypes = keepAnswers<'all', readonly MissingTypes[]>(byCost);

async function findMissing({ context }: { context: Context }): Promise<readonly MissingTypes[]> {
  return missingTypes({
    context,
    key: 'all',
    work: async () => {
      const types = missingTypesSql({ context });
      const running = and(inArray(journey.state, ['live', 'paused']), isNull(journey.archivedAt));
      return await context.database
        .select({ journey: journey.id, name: journey.name, types })
        .from(journey)
        .innerJoin(version, eq(version.id, journey.liveVersionId))
        .where(and(running, sql`${types} <> '[]'::jsonb`))
        .orderBy(asc(journey.name))
        .limit(named);
    },
  });
}

/** Notices to our own people are mails, as what goes to leads is. */
async function readUnclear({ context }: { context: Context }): Promise<Pick<Needs, 'unclearMails' | 'unclearCalls'>> {
  const type = sql<string | null>`case when ${effect.channel} <> 'mail' then ${effect.kind} end`;
  const rows = await context.database
    .select({
      type,
      count: sql<number>`count(*)::int`,
      error: sql<string | null>`(array_agg(${effect.error} order by ${effect.createdAt} desc))[1]`,
    })
    .from(effect)
    .where(and(awaitsWord, not(ofTestSql)))
    .groupBy(type)
    .orderBy(desc(sql`count(*)`));
  const personal = seesPersonalData(context.actor);
  return {
    unclearMails: rows.find((row) => row.type === null)?.count ?? 0,
    unclearCalls: rows
      .flatMap((row) => (row.type === null ? [] : [{ ...row, type: row.type }]))
      .slice(0, named)
      .map((row) => ({
        type: row.type,
        title: titleOfType({ context, type: row.type }),
        count: row.count,
        error: row.error === null || !personal ? null : wordCallError(row.error),
      })),
  };
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
    ofRealLeads(handoff),
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
  const counts = await countHandoffs({ context, input: { owner: 'nobody' } });
  return { open: counts.open - counts.openTests, working: counts.working - counts.workingTests };
}

async function measureOver({ context, row }: { context: Context; row: HandoffRow }): Promise<Milliseconds> {
  const [calendar] = await readCalendars({ context, ids: [row.calendarId] });
  return -measureSla({ row, calendar, now: context.clock.now() }).leftMs;
}

export async function readBarred({ context }: { context: Context }): Promise<Instant | null> {
  const [row] = await context.database.select({ barredAt: mark.claimsBarredAt }).from(mark);
  return row?.barredAt ?? null;
}
