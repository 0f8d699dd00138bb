import type { OutboxBody } from '@sodate/database/schema/enrollment';
import { asId, type EnrollmentId } from '@sodate/journey/id';
import { asksToEnter } from '@sodate/journey/interpret/asks';
import { enter } from '@sodate/journey/interpret/enter';
import { looksAgain } from '@sodate/journey/interpret/looks-again';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { effectKeyOf } from '../engine/effect-key.ts';
import type { HoppedOn } from '../engine/passage-row.ts';
import { readCalendarFacts } from '../engine/read-facts.ts';
import { priorities } from '../enrollment/nudge.ts';
import { appendEvents } from '../event/append-events.ts';
import type { LockedLead } from '../event/lock-leads.ts';
import type { NewEvent } from '../event/new-event.ts';
import type { Door } from './find-door.ts';

interface Writing {
  readonly context: Context;
  readonly door: Door;
  /** The number of the journey's newest rule. */
  readonly rule: number;
  /** Locked and judged by the caller. */
  readonly leads: readonly LockedLead[];
  readonly now: Instant;
}

interface Entering {
  readonly lead: LockedLead;
  readonly hopped: HoppedOn;
  readonly startAt: string | null | 'now';
}

/**
 * Lets the leads in, in the caller's transaction: for each its row, hop 0, the event, the waiting effect where the first
 * op is an external act, and the start in the outbox; one statement a table. Branches and acts are left to the worker.
 */
export async function writeEntries(writing: Writing): Promise<void> {
  const { context, leads } = writing;
  if (leads.length === 0) return;
  const entering = await enterAll(writing);
  // Before the rows: a passage is not told of its own entry.
  await appendEvents({ context, events: entering.flatMap((one) => eventsOf({ one, door: writing.door })) });
  await writeRows({ ...writing, entering });
  await writeSteps({ ...writing, entering });
  await writeEffects({ ...writing, entering });
  await writeStarts({ ...writing, entering });
}

async function enterAll({ context, door: { version, entry }, leads, now }: Writing): Promise<readonly Entering[]> {
  const { plan } = version;
  const calendars = await readCalendarFacts({ context, asked: asksToEnter({ plan, entry }) });
  const ids = await newIds({ context, count: leads.length });
  return ids.flatMap((enrollment, index): Entering[] => {
    const lead = leads[index];
    if (lead === undefined) return [];
    const facts = { answers: {}, calendars, leadZone: lead.zone, lastEvent: lead.lastEvent };
    const hopped = enter({ plan, entry, enrollment, facts, now, event: null });
    const again = looksAgain({ plan, hopped, now });
    return [{ lead, hopped, startAt: startAtOf({ hopped, again }) }];
  });
}

/** The first rest needs no workflow task: the workflow starts when it is over. Null: it waits for a nudge alone. */
function startAtOf({ hopped: { state }, again }: { hopped: HoppedOn; again: boolean }): Entering['startAt'] {
  if (state.phase !== 'resting' || again) return 'now';
  return state.until === null ? null : formatInstant(state.until);
}

async function newIds({ context, count }: { context: Context; count: number }): Promise<readonly EnrollmentId[]> {
  const rows = await context.database.execute<{ id: string }>(
    sql`select uuidv7() as id from generate_series(1, ${count}::int)`,
  );
  return rows.map(({ id }) => asId<'enrollment'>(id));
}

function eventsOf({ one: { lead, hopped }, door }: { one: Entering; door: Door }): readonly NewEvent[] {
  const { enrollment, phase, reason } = hopped.state;
  const about = { lead: lead.id, journey: door.version.journey, enrollment };
  const entered: NewEvent = { ...about, name: 'journey-entered' };
  return phase === 'ended' ? [entered, { ...about, name: 'journey-ended', outcome: reason ?? 'completed' }] : [entered];
}

type Written = Writing & { readonly entering: readonly Entering[] };

async function writeRows({ context, door: { version, entry }, rule, now, entering }: Written): Promise<void> {
  const rows = entering.map(({ lead, hopped: { state }, startAt }) => ({
    id: state.enrollment,
    lead: lead.id,
    op: state.op,
    node: version.plan.ops[state.op]?.node ?? entry.node,
    visit: state.visit,
    visits: state.visits,
    event: state.arrivedEvent,
    state: state.phase,
    until: state.until === null ? null : formatInstant(state.until),
    look: state.phase === 'ended' ? null : lookAtOf({ startAt, now }),
    reason: state.reason ?? null,
    of: state.reasonId ?? null,
    ended: state.phase === 'ended' ? formatInstant(now) : null,
    test: lead.test,
  }));
  await context.database.execute(sql`
    insert into enrollment (id, journey_id, lead_id, version_id, op, node, visit, visits, arrived_at, arrived_event, state,
      hop, rest, until, look_at, rule_seen, reason, reason_id, trigger_node, test, entered_at, ended_at)
    select r.id, ${version.journey}::uuid, r.lead, ${version.id}::uuid, r.op, r.node, r.visit, r.visits,
      ${formatInstant(now)}::timestamptz, r.event, r.state, 0, 0, r.until, r.look, ${rule}::int, r.reason, r.of,
      ${entry.node}::text, r.test, ${formatInstant(now)}::timestamptz, r.ended
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, lead uuid, op text, node text, visit int,
      visits jsonb, event bigint, state text, until timestamptz, look timestamptz, reason text, "of" text,
      ended timestamptz, test boolean)`);
}

function lookAtOf({ startAt, now }: { startAt: Entering['startAt']; now: Instant }): string | null {
  return startAt === 'now' ? formatInstant(now) : startAt;
}

async function writeSteps({ context, door: { version, entry }, now, entering }: Written): Promise<void> {
  const rows = entering.map(({ lead, hopped: { state, step } }) => ({
    id: state.enrollment,
    outcome: step.outcome,
    op: step.toOp,
    node: step.toNode,
    visit: step.visit,
    test: lead.test,
  }));
  await context.database.execute(sql`
    insert into step (enrollment_id, hop, journey_id, from_node, outcome, to_op, to_node, visit, due_at, at, test)
    select r.id, 0, ${version.journey}::uuid, ${entry.node}::text, r.outcome, r.op, r.node, r.visit,
      ${formatInstant(now)}::timestamptz, ${formatInstant(now)}::timestamptz, r.test
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, outcome text, op text, node text,
      visit int, test boolean)`);
}

async function writeEffects({ context, door: { version }, entering }: Written): Promise<void> {
  const rows = entering.flatMap(({ lead, hopped: { state } }) => {
    const op = version.plan.ops[state.op];
    if (state.phase !== 'acting' || op?.kind !== 'act' || !op.external) return [];
    const key = effectKeyOf({ enrollment: state.enrollment, op: op.id, visit: state.visit });
    const { channel } = op.external;
    return [{ key, id: state.enrollment, lead: lead.id, node: op.node, op: op.id, channel, kind: op.effect }];
  });
  if (rows.length === 0) return;
  const [act] = entering.map(({ hopped: { state } }) => version.plan.ops[state.op]);
  const config = act?.kind === 'act' ? act.config : {};
  await context.database.execute(sql`
    insert into effect (key, enrollment_id, journey_id, lead_id, node, op, channel, kind, config, state)
    select r.key, r.id, ${version.journey}::uuid, r.lead, r.node, r.op, r.channel, r.kind,
      ${JSON.stringify(config)}::text::jsonb, 'waiting'
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(key text, id uuid, lead uuid, node text, op text,
      channel text, kind text)`);
}

async function writeStarts({ context, door: { version }, entering }: Written): Promise<void> {
  const rows = entering
    .filter(({ hopped }) => hopped.state.phase !== 'ended')
    .map(({ lead, hopped: { state }, startAt }) => {
      const body: OutboxBody = { kind: 'start', enrollment: state.enrollment, journey: version.journey, startAt };
      return { priority: lead.test ? priorities.test : priorities.bulk, body };
    });
  await context.database.execute(sql`
    insert into outbox (priority, body)
    select r.priority, r.body
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(priority int, body jsonb)`);
}
