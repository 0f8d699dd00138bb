import type { CloseReason, HandoffState } from '@sodate/database/schema/handoff';
import type { HandoffId, LeadId, UserId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { formatInstant, type Instant, type Milliseconds, parseInstant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { readZone } from '../organisation/read-zone.ts';
import type { Page } from '../page.ts';
import { formatCursor, parseTimeCursor } from '../page-cursor.ts';
import { holderSql } from './given-after-sql.ts';
import { maySee } from './handoff-access.ts';
import { type HandoffLine, handoffLineSql } from './handoff-line.ts';
import { measureLateness } from './measure-lateness.ts';
import { type MeasuredSla, measureSla } from './measure-sla.ts';
import { type NextContact, toNextContact } from './next-contact.ts';
import { reasonsOf } from './reasons-of.ts';
import { handoffViews, listHandoffsInput, orderOf, whichSql } from './which-handoffs.ts';

export const countListedInput = listHandoffsInput
  .omit({ limit: true, after: true, view: true })
  .extend({ view: z.enum(handoffViews).optional() });

type ListInput = z.output<typeof listHandoffsInput>;

export interface HandoffOwner {
  readonly id: UserId;
  readonly name: string;
  readonly left: boolean;
  readonly away: boolean;
}

export interface ListedHandoff {
  readonly id: HandoffId;
  readonly lead: { readonly id: LeadId; readonly name: string; readonly company: string | null };
  /** `left`: deactivated since, so that nobody answers; `away`: not there now. */
  readonly owner: HandoffOwner | null;
  /** Of what was due, or came about, then: who had it, where that is not who has it now. */
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
  /** When a meeting was first recorded. */
  readonly metAt: string | null;
  readonly closedAt: string | null;
  readonly closeReason: CloseReason | null;
  /** How often nobody answered the call. */
  readonly absences: number;
  /** How often they were reached, and no more came of it. */
  readonly talks: number;
  /** When its lead is contacted next, where that is set; the words only for those who see personal data. */
  readonly nextContact: NextContact | null;
  /** There is a note for its reader that they have not read. */
  readonly noted: boolean;
  readonly test: boolean;
  /** Its deadline is not watched over until somebody has it tried again. */
  readonly stuck: boolean;
}

/** The inbox, a page at a time: by deadline, so overdue ones come first; what is worked, by its next contact; what is done, the latest closed first. */
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
  const endedAt = last?.[orderOf(input).column];
  const calendars = await readCalendars({ context, ids: [...new Set(page.map((row) => row.calendar_id))] });
  const now = context.clock.now();
  const personal = seesPersonalData(context.actor);
  const zone = await readZone({ context });
  return {
    rows: page.map((line) => {
      const dueAt = parseInstant(line.due_at);
      const row = { ...line, dueAt, createdAt: parseInstant(line.created_at), offsetMs: Number(line.offset_ms) };
      const calendar = calendars.find(({ id }) => id === line.calendar_id);
      const lateMs = measureLateness({ row: { ...row, ...answerOf(line) }, calendar });
      const mayOpen = maySee({ actor: context.actor, row: { ownerId: line.owner_id } });
      const nextContact = mayOpen ? nextContactOf({ line, personal, now, zone }) : null;
      return toListed({ line, personal, mayOpen, lateMs, nextContact, ...measureSla({ row, calendar, now }) });
    }),
    ...(last === undefined ? {} : { next: formatCursor({ value: endedAt ?? '', id: last.id }) }),
  };
}

function nextContactOf({
  line: { contact_at: at, contact_timed: timed, contact_note: note },
  personal,
  ...moment
}: {
  line: HandoffLine;
  personal: boolean;
  now: Instant;
  zone: Zone;
}): NextContact | null {
  const stored = { at: at === null ? null : parseInstant(at), timed, note: personal ? note : null };
  return toNextContact({ stored, ...moment });
}

function answerOf(line: HandoffLine) {
  const instantOf = (at: string | null) => (at === null ? null : parseInstant(at));
  return { acceptedAt: instantOf(line.accepted_at), closedAt: instantOf(line.closed_at) };
}

/** Each state by itself follows an index, as `handoff_owner` or `handoff_closed`; then the few are merged. */
async function readLines({ context, input }: { context: Context; input: ListInput }): Promise<readonly HandoffLine[]> {
  const { states: shown, column, direction } = orderOf(input);
  const at = sql.raw(`h.${column}`);
  const order = sql.raw(direction);
  const beyond = sql.raw(direction === 'desc' ? '<' : '>');
  const cursor = input.after === undefined ? undefined : parseTimeCursor(input.after);
  const after =
    cursor === undefined ? sql`` : sql` and (${at}, h.id) ${beyond} (${cursor.value}::timestamptz, ${cursor.id}::uuid)`;
  const states = sql.join(
    shown.map((state) => sql`${state}`),
    sql`, `,
  );
  const { join, which } = await whichSql({ context, input });
  const held = input.due === undefined && input.outcome === undefined ? sql`null::uuid` : holderSql;
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

/** How many a list has that a number leads to, or that is narrowed down, up to a thousand. */
export async function countListedHandoffs({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof countListedInput>;
}): Promise<{ readonly count: number; readonly more: boolean }> {
  const { join, which } = await whichSql({ context, input });
  const { states } = orderOf({ ...input, view: input.view ?? 'open' });
  const [row] = await context.database.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from handoff h ${join} where h.state in ${states}${which} limit ${mostCounted + 1}
    ) found`);
  const count = row?.count ?? 0;
  return { count: Math.min(count, mostCounted), more: count > mostCounted };
}

function ownerOf({ owner_id: id, owner, owner_left: left, owner_away: away }: HandoffLine): HandoffOwner | null {
  return id === null ? null : { id, name: owner ?? '', left, away };
}

function toListed({
  line,
  personal,
  ...spans
}: MeasuredSla &
  Pick<ListedHandoff, 'lateMs' | 'mayOpen' | 'nextContact'> & {
    line: HandoffLine;
    personal: boolean;
  }): ListedHandoff {
  const [top] = reasonsOf({ whyNow: line.why_now });
  return {
    id: line.id,
    lead: { id: line.lead, name: personal ? line.name : '', company: line.company },
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
    closeReason: line.reject_reason,
    absences: line.absences,
    talks: line.talks,
    noted: line.noted,
    test: line.test,
    stuck: line.stuck,
  };
}
