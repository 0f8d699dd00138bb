import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, enrollment, outbox, step } from '@sodate/database/schema/enrollment';
import { journey } from '@sodate/database/schema/journey';
import type { Entry } from '@sodate/journey/compile/plan';
import type { LeadEvent } from '@sodate/journey/event/event';
import { asId, type EnrollmentId, type VersionId } from '@sodate/journey/id';
import { asksToEnter } from '@sodate/journey/interpret/asks';
import { enter } from '@sodate/journey/interpret/enter';
import type { StepRecord } from '@sodate/journey/interpret/passage';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { desc, eq, sql } from 'drizzle-orm';
import { answerConditions } from '../condition/answer-conditions.ts';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { crashPoint, crashPointAfterCommit } from '../engine/crash-point.ts';
import { hopToRest } from '../engine/hop-to-rest.ts';
import { realTimeOf } from '../engine/passage-row.ts';
import { placeEffect } from '../engine/place-effect.ts';
import { conditionsOf, readCalendarFacts } from '../engine/read-facts.ts';
import { type RunningVersion, readVersion } from '../engine/read-version.ts';
import { appendEvents } from '../event/append-events.ts';
import type { LockedLead } from '../event/lock-leads.ts';
import { priorities } from './nudge.ts';
import { holdTriggerSet } from './trigger-set.ts';

export type Enrolled =
  | { readonly kind: 'enrolled'; readonly row: EnrollmentRow }
  | {
      readonly kind: 'refused';
      readonly why: 'not-live' | 'deleted' | 'already-in' | 'came-before' | 'not-in-audience';
    };

interface Enrolling {
  readonly context: Context;
  /** Locked by the caller. */
  readonly lead: LockedLead;
  readonly version: VersionId;
  readonly entry: Entry;
  /** What let the lead in; null: a person did. */
  readonly event: LeadEvent | null;
  readonly priority: keyof typeof priorities;
}

/** Lets a lead into a journey, in the caller's transaction: row, hop 0, the first hops, and the start in the outbox. */
export async function enrol(enrolling: Enrolling): Promise<Enrolled> {
  const { context, lead } = enrolling;
  const version = await readVersion({ context, id: enrolling.version });
  await holdTriggerSet({ context });
  const now = await readClock({ context });
  const why = await findRefusal({ enrolling, version, now });
  if (why !== undefined) return { kind: 'refused', why };
  const { row: entered, hopped } = await writeEntry({ enrolling, version, now });
  const outcome = entered.state === 'ended' ? { outcome: entered.reason ?? 'completed' } : {};
  const about = { lead: lead.id, journey: version.journey, enrollment: entered.id };
  await appendEvents({
    context,
    except: entered.id,
    events: [
      { ...about, name: 'journey-entered' },
      ...(entered.state === 'ended' ? [{ ...about, ...outcome, name: 'journey-ended' as const }] : []),
    ],
  });
  const { row, looksAgain } = await hopToRest({ context, enrollment: entered.id, entered: hopped });
  if (row.state !== 'ended') await startWorkflow({ enrolling, row, at: looksAgain ? 'now' : startAtOf(row) });
  await crashPoint('enrol.before-commit');
  crashPointAfterCommit({ database: context.database, point: 'enrol.after-commit' });
  return { kind: 'enrolled', row };
}

async function startWorkflow({
  enrolling: { context, priority },
  row,
  at,
}: {
  enrolling: Enrolling;
  row: EnrollmentRow;
  at: string | null | 'now';
}): Promise<void> {
  if (at === 'now')
    await context.database.update(enrollment).set({ lookAt: rightNow }).where(eq(enrollment.id, row.id));
  await context.database.insert(outbox).values({
    priority: row.test ? priorities.test : priorities[priority],
    body: { kind: 'start', enrollment: row.id, journey: row.journeyId, startAt: at },
  });
}

/** The first rest needs no workflow task: the workflow starts when it is over. Null: it waits for a nudge alone. */
function startAtOf(row: EnrollmentRow): string | null | 'now' {
  if (row.state !== 'resting') return 'now';
  return row.until === null ? null : formatInstant(realTimeOf({ instant: row.until, offsetMs: row.offsetMs }));
}

async function findRefusal({
  enrolling: { context, lead },
  version,
  now,
}: {
  enrolling: Enrolling;
  version: RunningVersion;
  now: Instant;
}): Promise<Extract<Enrolled, { kind: 'refused' }>['why'] | undefined> {
  if (lead.deleted) return 'deleted';
  const [of] = await context.database
    .select({ state: journey.state })
    .from(journey)
    .where(eq(journey.id, version.journey));
  if (of?.state !== 'live') return 'not-live';
  const [last] = await context.database
    .select({ state: enrollment.state, enteredAt: enrollment.enteredAt })
    .from(enrollment)
    .where(sql`${enrollment.journeyId} = ${version.journey} and ${enrollment.leadId} = ${lead.id}`)
    .orderBy(desc(enrollment.enteredAt))
    .limit(1);
  if (last && last.state !== 'ended') return 'already-in';
  if (last && !mayReenter({ version, lastEntry: last.enteredAt, now })) return 'came-before';
  return (await isInAudience({ context, lead, version, now })) ? undefined : 'not-in-audience';
}

const dayMs = 86_400_000;

function mayReenter({
  version: { plan },
  lastEntry,
  now,
}: {
  version: RunningVersion;
  lastEntry: Instant;
  now: Instant;
}): boolean {
  switch (plan.reentry.kind) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'after-days':
      return now - lastEntry >= plan.reentry.days * dayMs;
  }
}

async function isInAudience({
  context,
  lead,
  version: { plan, journey: id },
  now,
}: {
  context: Context;
  lead: LockedLead;
  version: RunningVersion;
  now: Instant;
}): Promise<boolean> {
  if (plan.audience === undefined) return true;
  const answers = await answerConditions({
    context,
    conditions: conditionsOf({ plan, keys: [plan.audience] }),
    lead: lead.id,
    passage: { enrollment: asId(nobody), journey: id, enteredAt: now },
    now,
    realNow: now,
    zone: plan.zone,
  });
  return answers[plan.audience]?.holds === true;
}

/** The audience is judged before there is an enrollment: patterns that name a node match nothing. */
const nobody = '00000000-0000-0000-0000-000000000000';

async function writeEntry({
  enrolling,
  version,
  now,
}: {
  enrolling: Enrolling;
  version: RunningVersion;
  now: Instant;
}): Promise<{ row: EnrollmentRow; hopped: ReturnType<typeof enter> }> {
  const { context, lead, entry, event } = enrolling;
  const id = await newEnrollmentId({ context });
  const asked = asksToEnter({ plan: version.plan, entry });
  const facts = {
    answers: {},
    calendars: await readCalendarFacts({ context, asked }),
    leadZone: lead.zone,
    lastEvent: Math.max(lead.lastEvent, event?.id ?? 0),
  };
  const hopped = enter({
    plan: version.plan,
    entry,
    enrollment: id,
    facts,
    now,
    event: event?.id ?? null,
  });
  const { state, step: first } = hopped;
  const rule = await context.database
    .select({ rule: journey.rule })
    .from(journey)
    .where(eq(journey.id, version.journey));
  const [row] = await context.database
    .insert(enrollment)
    .values({
      id,
      journeyId: version.journey,
      leadId: lead.id,
      versionId: version.id,
      op: state.op,
      node: version.plan.ops[state.op]?.node ?? entry.node,
      visit: state.visit,
      visits: state.visits,
      arrivedAt: state.arrivedAt,
      arrivedEvent: state.arrivedEvent,
      state: state.phase,
      hop: 0,
      rest: 0,
      until: state.until,
      lookAt: state.phase === 'ended' ? null : (state.until ?? (state.phase === 'resting' ? null : now)),
      ruleSeen: rule[0]?.rule ?? 0,
      reason: state.reason ?? null,
      reasonId: state.reasonId ?? null,
      triggerNode: entry.node,
      triggerEvent: event?.id ?? null,
      test: lead.test,
      enteredAt: now,
      endedAt: state.phase === 'ended' ? now : null,
    })
    .returning();
  if (!row) throw new Error('no enrollment was written');
  await placeEffect({ context, lead: lead.id, version, state });
  await writeFirstStep({ context, row, first });
  return { row, hopped };
}

async function writeFirstStep({
  context,
  row,
  first,
}: {
  context: Context;
  row: EnrollmentRow;
  first: StepRecord;
}): Promise<void> {
  await context.database.insert(step).values({
    enrollmentId: row.id,
    hop: 0,
    journeyId: row.journeyId,
    fromNode: first.fromNode,
    outcome: first.outcome,
    toOp: first.toOp,
    toNode: first.toNode,
    visit: first.visit,
    dueAt: first.dueAt,
    at: first.at,
    eventId: first.event,
    test: row.test,
  });
}

async function newEnrollmentId({ context }: { context: Context }): Promise<EnrollmentId> {
  const rows = await context.database.execute<{ id: string }>(sql`select uuidv7() as id`);
  return asId(String(rows[0]?.id));
}
