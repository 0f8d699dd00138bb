import { effect } from '@sodate/database/schema/enrollment';
import { type HandoffRow, handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { HandoffId, UserId } from '@sodate/journey/id';
import { asInstant, type Instant, plus } from '@sodate/journey/time/instant';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { barClaims } from '../engine/bar-claims.ts';
import { areClaimsBarred } from '../engine/claim-effect.ts';
import { crashPoint } from '../engine/crash-point.ts';
import { isInfrastructureFault } from '../engine/infrastructure-fault.ts';
import type { Rest } from '../engine/rest.ts';
import { queueOf } from '../engine/settle.ts';
import { storeEvents } from '../event/store-events.ts';
import { inTransaction } from '../transaction.ts';
import { findSalesManagers } from './find-sales-managers.ts';
import { lockHandoff } from './lock-handoff.ts';
import { isWorked } from './next-contact.ts';
import { notifyPerson } from './notify-person.ts';
import { storeHandoffFault } from './store-handoff-fault.ts';
import { tellContactDue } from './tell-contact-due.ts';

const timerSlackMs = 20;
const noticeLimitMs = 20_000;

/**
 * A look at one hand-off's deadline: reminds before it, tells of it once it has passed, and rests until the next of
 * these. Ends once somebody has answered, no next contact is to come, and every notice is out. Throws for infrastructure only; whatever else goes
 * wrong is stored with the hand-off as stuck.
 */
export async function carryOnHandoff({
  context,
  handoff: id,
  known,
}: {
  context: Context;
  handoff: HandoffId;
  known: number;
}): Promise<Rest> {
  const rest = await inTransaction({ context }, (inner) => look({ context: inner, id, known })).catch(
    (error: unknown) => {
      if (isInfrastructureFault(error)) throw error;
      return storeHandoffFault({ context, handoff: id, error });
    },
  );
  await crashPoint('look.before-return');
  return rest;
}

async function look({ context, id, known }: { context: Context; id: HandoffId; known: number }): Promise<Rest> {
  const locked = await lockHandoff({ context, handoff: id });
  if (!locked) return { kind: 'end', number: known };
  const { realNow } = locked;
  if (known > locked.row.rest) await barClaims({ context });
  if (locked.row.stuckAt !== null) {
    await update({ context, row: locked.row, values: { lookAt: null, nudgedAt: null } });
    return { kind: 'resting', number: locked.row.rest };
  }
  const row =
    locked.row.state === 'open'
      ? await applyDeadlines({ context, row: locked.row, now: locked.now })
      : await applyContact({ context, row: locked.row, realNow });
  const notice = await nextNotice({ context, row });
  const laterMs = context.timings.actingLookMs;
  const noticeAt = notice && (await nextTryOf({ context, notice, realNow }));
  if (notice && noticeAt !== undefined && noticeAt <= realNow + context.timings.queueHorizonMs) {
    await update({ context, row, values: { lookAt: plus(realNow, laterMs), nudgedAt: null } });
    return { kind: 'queued', number: row.rest, effect: notice.key, queue: queueOf('mail'), limitMs: noticeLimitMs };
  }
  const deadline = row.state === 'open' && row.until !== null ? asInstant(row.until - row.offsetMs) : undefined;
  const lookAt = earliest([deadline, noticeAt, contactToTell(row)]);
  await update({ context, row, values: { lookAt, nudgedAt: null } });
  if (lookAt === null) return { kind: 'end', number: row.rest };
  return { kind: 'resting', number: row.rest, waitMs: Math.max(1, Math.ceil(lookAt - realNow) + timerSlackMs) };
}

async function applyDeadlines({
  context,
  row,
  now,
}: {
  context: Context;
  row: HandoffRow;
  now: Instant;
}): Promise<HandoffRow> {
  if (row.overdueAt === null && now >= row.dueAt) return tellOverdue({ context, row, now });
  if (row.remindAt !== null && row.remindedAt === null && now >= row.remindAt) return remind({ context, row, now });
  return row;
}

/** Of one being worked: when its owner is still to be told of the next contact. */
function contactToTell(row: HandoffRow): Instant | undefined {
  return isWorked(row) && row.nextContactToldAt === null ? (row.nextContactAt ?? undefined) : undefined;
}

async function applyContact({
  context,
  row,
  realNow,
}: {
  context: Context;
  row: HandoffRow;
  realNow: Instant;
}): Promise<HandoffRow> {
  const at = contactToTell(row);
  if (at === undefined || realNow < at) return row;
  await tellContactDue({ context, row });
  return update({ context, row, values: { nextContactToldAt: realNow, rest: row.rest + 1 } });
}

async function remind({ context, row, now }: { context: Context; row: HandoffRow; now: Instant }): Promise<HandoffRow> {
  if (row.ownerId !== null) await notifyPerson({ context, handoff: row, user: row.ownerId, notice: 'due-soon' });
  await context.database.insert(handoffEntry).values({ handoffId: row.id, kind: 'reminded' });
  return update({ context, row, values: { remindedAt: now, until: row.dueAt, rest: row.rest + 1 } });
}

/** The hand-off stays open: somebody must still answer. The journey hears of it, the owner and those above are told. */
async function tellOverdue({
  context,
  row,
  now,
}: {
  context: Context;
  row: HandoffRow;
  now: Instant;
}): Promise<HandoffRow> {
  const told = new Set([...(row.ownerId === null ? [] : [row.ownerId]), ...(await escalationOf({ context, row }))]);
  for (const person of told) {
    const notice = person === row.ownerId ? 'overdue' : 'escalated';
    await notifyPerson({ context, handoff: row, user: person, notice });
  }
  const detail = { told: [...told].join(' ') };
  await context.database.insert(handoffEntry).values({ handoffId: row.id, kind: 'overdue', detail });
  const updated = await update({ context, row, values: { overdueAt: now, until: null, rest: row.rest + 1 } });
  await storeEvents({
    context,
    events: [{ lead: row.leadId, name: 'handoff-overdue', handoff: row.id, ...originOf(row) }],
  });
  return updated;
}

/** The passage that the hand-off belongs to, as its events tell it. */
export function originOf(row: HandoffRow) {
  return {
    ...(row.journeyId === null ? {} : { journey: row.journeyId }),
    ...(row.enrollmentId === null ? {} : { enrollment: row.enrollmentId }),
    ...(row.node === null ? {} : { node: row.node }),
    ...(row.visit === null ? {} : { visit: row.visit }),
  };
}

/** Those whom the node names, as far as they are with us; else every sales manager. */
async function escalationOf({ context, row }: { context: Context; row: HandoffRow }): Promise<readonly UserId[]> {
  const named = await context.database
    .select({ id: user.id })
    .from(user)
    .where(and(inArray(user.id, row.escalateTo), eq(user.banned, false)));
  return named.length === 0 ? findSalesManagers({ context, handoff: row }) : named.map(({ id }) => id);
}

/** Queued before it may be tried, a notice would come back at once, again and again. */
async function nextTryOf({
  context,
  notice,
  realNow,
}: {
  context: Context;
  notice: WaitingNotice;
  realNow: Instant;
}): Promise<Instant> {
  if (await areClaimsBarred({ context })) return plus(realNow, context.timings.actingLookMs);
  return notice.nextTryAt ?? realNow;
}

function earliest(instants: readonly (Instant | undefined)[]): Instant | null {
  const known = instants.filter((one) => one !== undefined);
  return known.length === 0 ? null : asInstant(Math.min(...known));
}

interface WaitingNotice {
  readonly key: string;
  readonly nextTryAt: Instant | null;
}

async function nextNotice({ context, row }: { context: Context; row: HandoffRow }): Promise<WaitingNotice | undefined> {
  const [waiting] = await context.database
    .select({ key: effect.key, nextTryAt: effect.nextTryAt })
    .from(effect)
    .where(and(eq(effect.handoffId, row.id), inArray(effect.state, ['waiting', 'claimed'])))
    .orderBy(sql`${effect.nextTryAt} asc nulls first`, asc(effect.createdAt))
    .limit(1);
  return waiting;
}

async function update({
  context,
  row,
  values,
}: {
  context: Context;
  row: HandoffRow;
  values: Partial<HandoffRow>;
}): Promise<HandoffRow> {
  const [updated] = await context.database.update(handoff).set(values).where(eq(handoff.id, row.id)).returning();
  if (!updated) throw new Error(`hand-off ${row.id} vanished under its lock`);
  return updated;
}
