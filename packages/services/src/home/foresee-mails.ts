import { type MailVersionRow, mailVersion } from '@sodate/database/schema/mail';
import type { OrganisationRow } from '@sodate/database/schema/organisation';
import type { ActOp, Plan } from '@sodate/journey/compile/plan';
import { asId, type ConditionKey, type EnrollmentId, type JourneyId, type VersionId } from '@sodate/journey/id';
import { arrive } from '@sodate/journey/interpret/arrive';
import { asks } from '@sodate/journey/interpret/asks';
import { opOf } from '@sodate/journey/interpret/op-of';
import type { Facts, PassageState } from '@sodate/journey/interpret/passage';
import { type Ahead, type ForeseenSend, foreseeSends } from '@sodate/journey/simulate/foresee-sends';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { isZone } from '@sodate/journey/time/zone-clock';
import { inArray } from 'drizzle-orm';
import { findHeldConditions } from '../condition/find-held-conditions.ts';
import type { Context } from '../context.ts';
import { conditionsOf, readCalendarFacts } from '../engine/read-facts.ts';
import { type RunningVersion, readVersion } from '../engine/read-version.ts';
import { judgePermission } from '../mail/judge-permission.ts';
import { nextQuietEnd } from '../mail/next-quiet-end.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import type { GoingOn } from './read-going-on.ts';

export interface ForeseenMail {
  readonly journey: JourneyId;
  readonly at: Instant;
  readonly count: number;
}

/** What all walks of one version share. */
interface Course {
  readonly running: RunningVersion;
  readonly calendars: Facts['calendars'];
  readonly kinds: ReadonlyMap<string, Pick<MailVersionRow, 'kind' | 'topic'>>;
  readonly organisation: OrganisationRow;
}

interface Walk {
  readonly passage: GoingOn;
  readonly ahead: Ahead;
  readonly known: Map<ConditionKey, boolean>;
}

/**
 * The mails that these leads get before `until` if nothing happens to them: carried on by the interpreter, over branches
 * judged by what holds now, waits measured from then, quiet hours and consent. What a mail's reader does is not guessed.
 */
export async function foreseeMails({
  context,
  passages,
  until,
}: {
  context: Context;
  passages: readonly GoingOn[];
  until: Instant;
}): Promise<readonly ForeseenMail[]> {
  const organisation = await readOrganisation({ context });
  const mails: ForeseenMail[] = [];
  for (const [id, group] of Map.groupBy(passages, ({ version }) => version)) {
    const course = await readCourse({ context, id, organisation });
    let walks = group.map((passage): Walk => begin({ course, passage, now: context.clock.now() }));
    while (walks.length > 0) {
      const halted = walks.flatMap((walk) => goOn({ course, walk, until, mails }));
      walks = await answer({ context, course, walks: halted });
    }
  }
  return mails;
}

async function readCourse({
  context,
  id,
  organisation,
}: {
  context: Context;
  id: VersionId;
  organisation: OrganisationRow;
}): Promise<Course> {
  const running = await readVersion({ context, id });
  const calendars = [...new Set(Object.values(running.plan.ops).flatMap((op) => op.calendars))];
  const pinned = Object.values(running.mails).map((mail) => asId<'mail-version'>(mail));
  const { id: version, kind, topic } = mailVersion;
  const kinds =
    pinned.length === 0
      ? []
      : await context.database.select({ version, kind, topic }).from(mailVersion).where(inArray(version, pinned));
  return {
    running,
    calendars: await readCalendarFacts({ context, asked: { conditions: [], calendars, leadZone: false } }),
    kinds: new Map(kinds.map((one) => [one.version as string, one])),
    organisation,
  };
}

/** Where the passage stands once its time has come. */
function begin({ course, passage, now: realNow }: { course: Course; passage: GoingOn; now: Instant }): Walk {
  const { id: enrollment, op, visit, visits, lookAt, offsetMs, moveTo } = passage;
  const now = asInstant(Math.max(lookAt, realNow) + offsetMs);
  const known = new Map<ConditionKey, boolean>();
  const resting = { enrollment, op, visit, visits, arrivedAt: now, arrivedEvent: 0, until: now };
  const phase = passage.state === 'acting' ? 'acting' : 'resting';
  const movedTo = moveTo === null ? undefined : course.running.firstOps.get(moveTo);
  if (movedTo === undefined) return { passage, known, ahead: { now, state: { ...resting, phase } } };
  const { plan } = course.running;
  const facts = factsOf({ course, passage, answers: {} });
  const state = arrive({ plan, op: opOf({ plan, id: movedTo }), enrollment, visit: 1, visits, facts, now });
  return { passage, known, ahead: { now, state } };
}

/** Collects the mails up to where an answer is lacking; empty where the walk is over. */
function goOn({
  course,
  walk,
  until,
  mails,
}: {
  course: Course;
  walk: Walk;
  until: Instant;
  mails: ForeseenMail[];
}): readonly Walk[] {
  const { passage, known } = walk;
  const { plan, journey } = course.running;
  const send = ({ op, now }: { op: ActOp; now: Instant }): ForeseenSend => {
    const sent = sendOf({ course, passage, op, now });
    const at = asInstant(sent.at - passage.offsetMs);
    if (op.external?.channel === 'mail' && sent.outcome === 'done' && at < until) {
      mails.push({ journey, at, count: passage.count });
    }
    return sent;
  };
  const know = (state: PassageState) => {
    const answers = asks({ plan, state }).conditions.map((key) => [key, known.get(key)] as const);
    if (answers.some(([, holds]) => holds === undefined)) return undefined;
    const held = answers.map(([key, holds]) => [key, { holds: holds === true, seen: [] }]);
    return factsOf({ course, passage, answers: Object.fromEntries(held) });
  };
  try {
    const end = asInstant(until + passage.offsetMs);
    const ahead = foreseeSends({ plan, from: walk.ahead, until: end, know, send });
    return ahead === undefined ? [] : [{ passage, known, ahead }];
  } catch (error) {
    // A wait whose calendar is gone, or whose day never comes: nobody can say when it goes on.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function factsOf({ course, passage, answers }: { course: Course; passage: GoingOn; answers: Facts['answers'] }): Facts {
  return { answers, calendars: course.calendars, leadZone: passage.zone, lastEvent: 0 };
}

/** What would become of an external act: mails keep quiet hours, and go to nobody who may not get them. */
function sendOf(given: { course: Course; passage: GoingOn; op: ActOp; now: Instant }): ForeseenSend {
  const { course, passage, op, now } = given;
  const mail = course.kinds.get(course.running.mails[op.node] ?? '');
  if (op.external?.channel !== 'mail' || mail === undefined) return { at: now, outcome: 'done' };
  const isReply = mail.kind === 'reply';
  const { standing, consents } = passage;
  const barred = judgePermission({ standing, kind: mail.kind, consent: consents[mail.topic] ?? null });
  if (barred !== undefined) return { at: now, outcome: 'not-sent' };
  const { quietHours, zone } = course.organisation;
  if (isReply || quietHours === null) return { at: now, outcome: 'done' };
  const clockZone = passage.zone !== null && isZone(passage.zone) ? passage.zone : zone;
  const real = asInstant(now - passage.offsetMs);
  const end = nextQuietEnd({ quietHours, zone: clockZone, now: real });
  return { at: asInstant((end ?? real) + passage.offsetMs), outcome: 'done' };
}

/** Asks for all halted walks at once what they lack. */
async function answer({
  context,
  course,
  walks,
}: {
  context: Context;
  course: Course;
  walks: readonly Walk[];
}): Promise<Walk[]> {
  if (walks.length === 0) return [];
  const { plan } = course.running;
  const keys = new Set(walks.flatMap(({ ahead, known }) => lacking({ plan, state: ahead.state, known })));
  const held = await findHeldConditions({
    context,
    conditions: conditionsOf({ plan, keys: [...keys] }),
    passages: walks.map(({ passage }): EnrollmentId => passage.id),
    now: context.clock.now(),
    zone: plan.zone,
  });
  for (const { passage, known } of walks) {
    for (const key of keys) known.set(key, held.get(passage.id)?.has(key) === true);
  }
  return [...walks];
}

function lacking({
  plan,
  state,
  known,
}: {
  plan: Plan;
  state: PassageState;
  known: Walk['known'];
}): readonly ConditionKey[] {
  return asks({ plan, state }).conditions.filter((key) => !known.has(key));
}
