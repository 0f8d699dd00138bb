import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, enrollment } from '@sodate/database/schema/enrollment';
import { type JourneyState, journey } from '@sodate/database/schema/journey';
import { statement } from '@sodate/database/statement';
import type { Entry } from '@sodate/journey/compile/plan';
import type { LeadEvent } from '@sodate/journey/event/event';
import { asId, type EnrollmentId, type JourneyId, type LeadId, type VersionId } from '@sodate/journey/id';
import { asksToEnter } from '@sodate/journey/interpret/asks';
import { enter } from '@sodate/journey/interpret/enter';
import { formatInstant, type Instant, parseInstant } from '@sodate/journey/time/instant';
import { and, desc, eq, sql } from 'drizzle-orm';
import { answerConditions } from '../condition/answer-conditions.ts';
import type { Context } from '../context.ts';
import { crashPoint, crashPointAfterCommit } from '../engine/crash-point.ts';
import { hopToRest } from '../engine/hop-to-rest.ts';
import { realTimeOf } from '../engine/passage-row.ts';
import { placeEffect } from '../engine/place-effect.ts';
import { conditionsOf, readCalendarFacts } from '../engine/read-facts.ts';
import { type RunningVersion, readVersion } from '../engine/read-version.ts';
import { appendEvents } from '../event/append-events.ts';
import type { LockedLead } from '../event/lock-leads.ts';
import { type EntryValues, insertEntry } from './insert-entry.ts';
import { mayReenter } from './may-reenter.ts';
import { priorities } from './nudge.ts';
import { holdTriggerSet } from './trigger-set.ts';
import { writeOutbox } from './write-outbox.ts';

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
  const [, admission] = await Promise.all([holdTriggerSet({ context }), readAdmission({ context, lead, version })]);
  const why = await findRefusal({ enrolling, version, admission });
  if (why !== undefined) return { kind: 'refused', why };
  const { row: entered, hopped } = await writeEntry({ enrolling, version, admission });
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
  const { row, looksAgain } = await hopToRest({ context, version, entered, hopped, now: admission.now });
  if (row.state !== 'ended') await startWorkflow({ enrolling, row, at: looksAgain ? 'now' : startAtOf(row) });
  await crashPoint('enrol.before-commit');
  crashPointAfterCommit({ database: context.database, point: 'enrol.after-commit' });
  return { kind: 'enrolled', row };
}

/** What decides whether a lead may enter, read under its lock; and the id that its passage would get. */
interface Admission {
  readonly id: EnrollmentId;
  readonly now: Instant;
  readonly state: JourneyState;
  readonly rule: number;
  readonly last: Pick<EnrollmentRow, 'state' | 'enteredAt'> | undefined;
}

async function readAdmission({
  context: { database },
  lead,
  version,
}: {
  context: Context;
  lead: LockedLead;
  version: RunningVersion;
}): Promise<Admission> {
  const values = { journey: version.journey, lead: lead.id };
  const [[around], [last]] = await Promise.all([
    readJourney({ database, values }),
    readLastEntry({ database, values }),
  ]);
  if (!around) throw new Error(`no journey ${version.journey}`);
  return { ...around, id: asId(around.id), now: parseInstant(around.now), last };
}

interface Entering {
  readonly journey: JourneyId;
  readonly lead: LeadId;
}

const readJourney = statement<Entering>()((database, place) =>
  database
    .select({
      id: sql<string>`uuidv7()`,
      now: sql<string>`${rightNow}`,
      state: journey.state,
      rule: journey.rule,
    })
    .from(journey)
    .where(eq(journey.id, place('journey', journey.id))),
);

const readLastEntry = statement<Entering>()((database, place) =>
  database
    .select({ state: enrollment.state, enteredAt: enrollment.enteredAt })
    .from(enrollment)
    .where(
      and(
        eq(enrollment.journeyId, place('journey', enrollment.journeyId)),
        eq(enrollment.leadId, place('lead', enrollment.leadId)),
      ),
    )
    // An open one counts first: after a merge it may be older than one that has ended.
    .orderBy(sql`${enrollment.state} = 'ended'`, desc(enrollment.enteredAt))
    .limit(1),
);

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
  await writeOutbox({
    context,
    rows: [
      {
        priority: row.test ? priorities.test : priorities[priority],
        body: { kind: 'start', enrollment: row.id, journey: row.journeyId, startAt: at },
      },
    ],
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
  admission: { state, last, now },
}: {
  enrolling: Enrolling;
  version: RunningVersion;
  admission: Admission;
}): Promise<Extract<Enrolled, { kind: 'refused' }>['why'] | undefined> {
  if (lead.deleted) return 'deleted';
  if (state !== 'live') return 'not-live';
  if (last && last.state !== 'ended') return 'already-in';
  if (last && !mayReenter({ plan: version.plan, lastEntry: last.enteredAt, now })) return 'came-before';
  return (await isInAudience({ context, lead, version, now })) ? undefined : 'not-in-audience';
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
  admission: { id, now, rule },
}: {
  enrolling: Enrolling;
  version: RunningVersion;
  admission: Admission;
}): Promise<{ row: EnrollmentRow; hopped: ReturnType<typeof enter> }> {
  const { context, lead, entry, event } = enrolling;
  const asked = asksToEnter({ plan: version.plan, entry });
  const facts = {
    answers: {},
    calendars: await readCalendarFacts({ context, asked }),
    leadZone: lead.zone,
    lastEvent: Math.max(lead.lastEvent, event?.id ?? 0),
  };
  const hopped = enter({ plan: version.plan, entry, enrollment: id, facts, now, event: event?.id ?? null });
  const { state, step: first } = hopped;
  const values: EntryValues = {
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
    until: state.until,
    lookAt: state.phase === 'ended' ? null : (state.until ?? (state.phase === 'resting' ? null : now)),
    ruleSeen: rule,
    reason: state.reason ?? null,
    reasonId: state.reasonId ?? null,
    triggerNode: entry.node,
    triggerEvent: event?.id ?? null,
    test: lead.test,
    enteredAt: now,
    endedAt: state.phase === 'ended' ? now : null,
    fromNode: first.fromNode,
    outcome: first.outcome,
    toOp: first.toOp,
    toNode: first.toNode,
    stepVisit: first.visit,
    dueAt: first.dueAt,
    at: first.at,
    eventId: first.event,
  };
  const [row] = await insertEntry({ database: context.database, values });
  if (!row) throw new Error('no enrollment was written');
  await placeEffect({ context, lead: lead.id, version, state });
  return { row, hopped };
}
