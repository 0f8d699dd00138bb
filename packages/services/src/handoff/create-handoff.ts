import { rightNow } from '@sodate/database/columns';
import { type HandoffRow, handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { calendar } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { HandoffRequest } from '@sodate/journey/graph/node-contract';
import { asId, type CalendarId, type EnrollmentId, type LeadId, type UserId } from '@sodate/journey/id';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { measureDeadline } from '@sodate/journey/time/measure-deadline';
import type { Duration } from '@sodate/journey/time/wait-spec';
import { and, eq } from 'drizzle-orm';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { writeOutbox } from '../enrollment/write-outbox.ts';
import { appendEvents } from '../event/append-events.ts';
import type { Cause } from '../lead/cause.ts';
import { changeStage } from '../lead/change-stage.ts';
import { readScore } from '../score/read-score.ts';
import { measureReminder } from './measure-reminder.ts';
import { notifyPerson } from './notify-person.ts';
import { takeTurnInTeam } from './take-turn-in-team.ts';
import { tellUnassigned } from './tell-unassigned.ts';

interface Creating {
  readonly context: Context;
  /** Locked by the caller. */
  readonly lead: LeadId;
  readonly request: HandoffRequest;
  readonly origin: Cause & { readonly test: boolean; readonly offsetMs: number };
  /** In the hand-off's own time: real and the offset. */
  readonly now: Instant;
  readonly except?: EnrollmentId;
}

/**
 * Gives a lead to sales, in the caller's transaction: owner, deadline and reminder fixed now, stage MQL, the event, the
 * owner's notice (where nobody can take it, that of those who choose an owner), and the start of its timer. A hand-off that this visit already made is not made again.
 */
export async function createHandoff(creating: Creating): Promise<HandoffRow | undefined> {
  const { context, lead: id, origin } = creating;
  const owner = await chooseOwner(creating);
  const row = await insertHandoff({ ...creating, owner });
  if (!row) return undefined;
  await context.database.insert(handoffEntry).values({ handoffId: row.id, userId: null, kind: 'created' });
  if (owner !== null) {
    await context.database.update(lead).set({ ownerId: owner, updatedAt: rightNow }).where(eq(lead.id, id));
    await notifyPerson({ context, handoff: row, user: owner, notice: 'assigned' });
  } else await tellUnassigned({ context, row });
  const except = creating.except === undefined ? {} : { except: creating.except };
  await changeStage({ context, lead: id, stage: 'mql', cause: causeOf(origin), onlyForward: true, ...except });
  await appendEvents({
    context,
    ...except,
    events: [{ lead: id, name: 'handoff-created', handoff: row.id, ...causeOf(origin) }],
  });
  await writeOutbox({
    context,
    rows: [
      {
        priority: priorities.handoff,
        body: { kind: 'start-handoff', handoff: row.id, startAt: 'now' },
      },
    ],
  });
  return row;
}

function causeOf({ test: _test, offsetMs: _offset, ...cause }: Creating['origin']): Cause {
  return cause;
}

async function chooseOwner({ context, request: { to } }: Creating): Promise<UserId | null> {
  if (to.kind === 'team') return takeTurnInTeam({ context, team: asId<'team'>(to.team) });
  const [named] = await context.database
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, asId<'user'>(to.user)), eq(user.banned, false)));
  return named?.id ?? null;
}

async function insertHandoff({
  context,
  lead: id,
  request,
  origin,
  now,
  owner,
}: Creating & { owner: UserId | null }): Promise<HandoffRow | undefined> {
  const calendarId = await existingCalendar({ context, wanted: asId<'calendar'>(request.calendar) });
  const { dueAt, remindAt } = await measureDeadlines({ context, request, calendarId, now });
  const realNow = asInstant(now - origin.offsetMs);
  const score = await readScore({ context, lead: id, now: realNow });
  const until = remindAt !== null && remindAt > now ? remindAt : dueAt;
  const [row] = await context.database
    .insert(handoff)
    .values({
      leadId: id,
      journeyId: origin.journey ?? null,
      enrollmentId: origin.enrollment ?? null,
      node: origin.node ?? null,
      visit: origin.visit ?? null,
      ownerId: owner,
      teamId: request.to.kind === 'team' ? asId<'team'>(request.to.team) : null,
      followUp: request.followUp,
      questions: request.questions,
      sla: request.sla,
      calendarId,
      escalateTo: (request.escalateTo ?? []).map(asId<'user'>),
      dueAt,
      remindAt,
      score: score.total,
      whyNow: { reasons: score.reasons.slice(0, 5) },
      until,
      lookAt: asInstant(until - origin.offsetMs),
      offsetMs: origin.offsetMs,
      test: origin.test,
    })
    .onConflictDoNothing()
    .returning();
  return row;
}

async function measureDeadlines({
  context,
  request,
  calendarId,
  now,
}: {
  context: Context;
  request: HandoffRequest;
  calendarId: CalendarId;
  now: Instant;
}): Promise<{ dueAt: Instant; remindAt: Instant | null }> {
  const [found] = await readCalendars({ context, ids: [calendarId] });
  if (!found) throw new Error(`no calendar ${calendarId}`);
  const due = (duration: Duration) =>
    measureDeadline({
      spec: { duration, zone: 'journey', calendar: calendarId },
      from: now,
      zone: found.zone,
      calendar: found,
    });
  const dueAt = due(request.sla);
  const remindAt =
    request.remindBefore === undefined
      ? null
      : measureReminder({ calendar: found, now, dueAt, before: request.remindBefore });
  return { dueAt, remindAt };
}

/** The calendar that the node names; the default one where that was deleted since. */
async function existingCalendar({ context, wanted }: { context: Context; wanted: CalendarId }): Promise<CalendarId> {
  const [named] = await context.database.select({ id: calendar.id }).from(calendar).where(eq(calendar.id, wanted));
  if (named) return named.id;
  const [standard] = await context.database
    .select({ id: calendar.id })
    .from(calendar)
    .where(and(eq(calendar.isDefault, true)));
  if (!standard) throw new Error('there is no calendar');
  return standard.id;
}
