import type { HandoffState, RejectReason } from '@sodate/database/schema/handoff';
import type { HandoffId, UserId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { formatInstant, type Milliseconds, parseInstant } from '@sodate/journey/time/instant';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseTimeCursor } from '../page-cursor.ts';
import { answerParts, answerSql, countedStates, duePeriods, dueSql, givenSinceSql } from './due-answers.ts';
import { holderSql } from './given-after-sql.ts';
import { maySee, onlyOwnerFor } from './handoff-access.ts';
import { type HandoffLine, handoffLineSql } from './handoff-line.ts';
import { measureLateness } from './measure-lateness.ts';
import { type MeasuredSla, measureSla } from './measure-sla.ts';
import { reasonsOf } from './reasons-of.ts';

export const handoffViews = ['open', 'working', 'closed'] as const;

export type HandoffView = (typeof handoffViews)[number];

export const handoffScopeInput = z.object({
  /** Everybody's where left out (a rep is shown their own whatever is asked); 'nobody': without an owner who is with us. */
  owner: z.union([z.uuid().transform((id) => id as UserId), z.literal('nobody')]).optional(),
});

export type HandoffScope = z.output<typeof handoffScopeInput>;

export const listHandoffsInput = pageInput.extend({
  ...handoffScopeInput.shape,
  view: z.enum(handoffViews).default('open'),
  /** How their first answers went; left out: however. */
  answer: z.enum(answerParts).optional(),
  /**
   * In place of a view: those that are counted as due then, by deadline. `owner` is then who had it when it was due,
   * as the counts are of them.
   */
  due: z.enum(duePeriods).optional(),
});

export const countDueInput = listHandoffsInput.pick({ owner: true, answer: true }).extend({ due: z.enum(duePeriods) });

type ListInput = z.output<typeof listHandoffsInput>;

export interface HandoffOwner {
  readonly id: UserId;
  readonly name: string;
  readonly left: boolean;
  readonly away: boolean;
}

export interface ListedHandoff {
  readonly id: HandoffId;
  readonly lead: { readonly name: string; readonly company: string | null };
  /** `left`: deactivated since, so that nobody answers; `away`: not there now. */
  readonly owner: HandoffOwner | null;
  /** Of what was due: who had it then, where that is not who has it now. */
  readonly heldBy: string | null;
  /** Not another's, of which a rep sees no more than that it is. */
  readonly mayOpen: boolean;
  /** Who said that it is somebody else's, while nobody has it since. */
  readonly givenBackBy: string | null;
  readonly state: HandoffState;
  readonly score: number;
  readonly why: { readonly title: Text; readonly times: number } | null;
  /** In the hand-off's own time, as are the spans. */
  readonly dueAt: string;
  readonly totalMs: number;
  readonly leftMs: number;
  readonly overdue: boolean;
  /** Open time from the deadline to the first answer: 0 in time, null without an answer. */
  readonly lateMs: Milliseconds | null;
  readonly acceptedAt: string | null;
  /** When somebody spoke with the lead. */
  readonly metAt: string | null;
  readonly closedAt: string | null;
  readonly rejectReason: RejectReason | null;
  /** How often nobody answered the call. */
  readonly absences: number;
  readonly test: boolean;
  /** Its deadline is not watched over until somebody has it tried again. */
  readonly stuck: boolean;
}

const statesOf: Readonly<Record<HandoffView, readonly HandoffState[]>> = {
  open: ['open'],
  working: ['accepted', 'opportunity'],
  closed: ['rejected', 'won', 'lost', 'withdrawn'],
};

/** The inbox, a page at a time: by deadline, so overdue ones come first; what is done, the latest closed first. */
export async function listHandoffs({
  context,
  input,
}: {
  context: Context;
  input: ListInput;
}): Promise<Page<ListedHandoff>> {
  const rows = await readLines({ context, input });
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const endedAt = isByClose(input) ? last?.closed_at : last?.due_at;
  const calendars = await readCalendars({ context, ids: [...new Set(page.map((row) => row.calendar_id))] });
  const now = context.clock.now();
  const personal = seesPersonalData(context.actor);
  return {
    rows: page.map((line) => {
      const dueAt = parseInstant(line.due_at);
      const row = { ...line, dueAt, createdAt: parseInstant(line.created_at), offsetMs: Number(line.offset_ms) };
      const calendar = calendars.find(({ id }) => id === line.calendar_id);
      const lateMs = measureLateness({ row: { ...row, ...answerOf(line) }, calendar });
      const mayOpen = maySee({ actor: context.actor, row: { ownerId: line.owner_id } });
      return toListed({ line, personal, mayOpen, lateMs, ...measureSla({ row, calendar, now }) });
    }),
    ...(last === undefined ? {} : { next: formatCursor({ value: endedAt ?? '', id: last.id }) }),
  };
}

function isByClose({ view, due }: ListInput): boolean {
  return view === 'closed' && due === undefined;
}

function answerOf(line: HandoffLine) {
  const instantOf = (at: string | null) => (at === null ? null : parseInstant(at));
  return { acceptedAt: instantOf(line.accepted_at), closedAt: instantOf(line.closed_at) };
}

/** Each state by itself follows an index, as `handoff_owner` or `handoff_closed`; then the few are merged. */
async function readLines({ context, input }: { context: Context; input: ListInput }): Promise<readonly HandoffLine[]> {
  const closed = isByClose(input);
  const at = sql.raw(closed ? 'h.closed_at' : 'h.due_at');
  const order = sql.raw(closed ? 'desc' : 'asc');
  const beyond = sql.raw(closed ? '<' : '>');
  const cursor = input.after === undefined ? undefined : parseTimeCursor(input.after);
  const after =
    cursor === undefined ? sql`` : sql` and (${at}, h.id) ${beyond} (${cursor.value}::timestamptz, ${cursor.id}::uuid)`;
  const states = sql.join(
    (input.due === undefined ? statesOf[input.view] : countedStates).map((state) => sql`${state}`),
    sql`, `,
  );
  const { join, which } = await whichSql({ context, input });
  const held = input.due === undefined ? sql`null::uuid` : holderSql;
  return context.database.execute<HandoffLine>(sql`
    select ${handoffLineSql(context)} from unnest(array[${states}]) s(state)
      cross join lateral (
        select h.*, ${held} as held_id from handoff h ${join} where h.state = s.state${which}${after}
        order by ${at} ${order}, h.id ${order} limit ${input.limit + 1}
      ) h
      join lead l on l.id = h.lead_id left join company c on c.id = l.company_id left join "user" u on u.id = h.owner_id
    order by ${at} ${order}, h.id ${order} limit ${input.limit + 1}`);
}

const mostCounted = 1_000;

/** How many a list of what was due has, up to a thousand. */
export async function countDueHandoffs({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof countDueInput>;
}): Promise<{ readonly count: number; readonly more: boolean }> {
  const { join, which } = await whichSql({ context, input });
  const [row] = await context.database.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from handoff h ${join} where h.state in ${countedStates}${which} limit ${mostCounted + 1}
    ) found`);
  const count = row?.count ?? 0;
  return { count: Math.min(count, mostCounted), more: count > mostCounted };
}

/** Joins and conditions to append: whose, how answered, due when. */
async function whichSql({
  context,
  input,
}: {
  context: Context;
  input: Pick<ListInput, 'owner' | 'answer' | 'due'>;
}): Promise<{ join: SQL; which: SQL }> {
  const now = context.clock.now();
  const { answer, due } = input;
  const answered = answer === undefined ? sql`` : sql` and ${answerSql({ part: answer, now })}`;
  if (due === undefined) return { join: sql``, which: sql`${ownerSql({ context, scope: input })}${answered}` };
  const { zone } = await readOrganisation({ context });
  const rep = onlyOwnerFor(context.actor);
  // Whatever is due at all is a rep's to answer now; of a week or a month they see what was theirs when it was due.
  const own = due === 'ever' ? ownerSql({ context, scope: {} }) : sql``;
  const owner = due === 'ever' ? input.owner : (rep ?? input.owner);
  const which = sql`${own}${answered} and ${dueSql({ period: due, now, zone })}`;
  const join = givenSinceSql({ now });
  if (owner === undefined) return { join, which };
  const held =
    owner === 'nobody'
      ? sql` and not exists (select from "user" held where held.id = ${holderSql})`
      : sql` and ${holderSql} = ${owner}::uuid`;
  return { join, which: sql`${which}${held}` };
}

/** Whose hand-offs: a condition to append, over `h`. */
export function ownerSql({ context, scope }: { context: Context; scope: HandoffScope }): SQL {
  const owner = onlyOwnerFor(context.actor) ?? scope.owner;
  if (owner === undefined) return sql``;
  if (owner !== 'nobody') return sql` and h.owner_id = ${owner}::uuid`;
  return sql` and (h.owner_id is null or h.owner_id in (select left_one.id from "user" left_one where left_one.banned))`;
}

function ownerOf({ owner_id: id, owner, owner_left: left, owner_away: away }: HandoffLine): HandoffOwner | null {
  return id === null ? null : { id, name: owner ?? '', left, away };
}

function toListed({
  line,
  personal,
  ...spans
}: MeasuredSla &
  Pick<ListedHandoff, 'lateMs' | 'mayOpen'> & {
    line: HandoffLine;
    personal: boolean;
  }): ListedHandoff {
  const [top] = reasonsOf({ whyNow: line.why_now });
  return {
    id: line.id,
    lead: { name: personal ? line.name : '', company: line.company },
    owner: ownerOf(line),
    heldBy: line.held_by === line.owner ? null : line.held_by,
    givenBackBy: line.given_back_by,
    state: line.state,
    score: line.score,
    why: top === undefined ? null : { title: top.title, times: top.times },
    dueAt: formatInstant(parseInstant(line.due_at)),
    ...spans,
    overdue: line.state === 'open' && spans.leftMs < 0,
    acceptedAt: line.accepted_at,
    metAt: line.met_at,
    closedAt: line.closed_at,
    rejectReason: line.reject_reason,
    absences: line.absences,
    test: line.test,
    stuck: line.stuck,
  };
}
