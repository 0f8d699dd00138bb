import { rightNow } from '@sodate/database/columns';
import { type EffectRow, effect, effectAttempt } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { External } from '@sodate/journey/compile/plan';
import { asInstant, type Instant, type Milliseconds, plus } from '@sodate/journey/time/instant';
import { unreachable } from '@sodate/journey/unreachable';
import { and, eq, sql } from 'drizzle-orm';
import type { EngineContext } from './engine-context.ts';
import type { Landing } from './send-errand.ts';

/** What the plan says of retrying; taken from the op, or from the channel's habits for notices. */
export type RetryRules = Pick<External, 'repeatable' | 'attempts'>;

const attemptResults = {
  sent: 'sent',
  'surely-not': 'surely-not',
  unknown: 'unknown',
  'given-back': 'given-back',
} as const;

/**
 * Records a landing in the caller's transaction: where key and token fit and the effect is claimed or ambiguous (or was
 * dropped, and had arrived), it moves on; a token that no longer fits writes to its attempt only. Gives the effect as it
 * now stands.
 */
export async function recordLanding({
  context,
  landing,
  now,
}: {
  context: EngineContext;
  landing: Landing;
  now: Instant;
}): Promise<EffectRow> {
  const { key, token, result } = landing;
  const { database } = context;
  const [row] = await lockEffect({ database, values: { key } });
  if (!row) throw new Error(`effect ${key} vanished`);
  const fits = row.token === token && mayBecome({ row, result });
  const report = { key, token, result: attemptResults[result.kind], detail: detailOf(landing) };
  const [[reported], updated] = await Promise.all([
    reportAttempt({ database, values: report }),
    fits ? update({ context, row, values: outcomeOf({ context, row, landing, now }) }) : row,
  ]);
  if (fits && updated.state === 'sent')
    await context.channelOf(row.channel).recordSent({ context, effect: updated, now });
  if (fits && isBounce({ row, landing }))
    await context.channelOf(row.channel).recordBounced?.({ context, effect: updated, now });
  // The first attempt of an effect that no other has claimed since: there can be no second send.
  const isOnly = fits && reported?.attempt === 1;
  return result.kind === 'sent' && !isOnly ? noteSecondSend({ context, row: updated }) : updated;
}

/** One that was dropped while its fate was unknown, by a person or as its lead left, arrived all the same. */
function mayBecome({ row: { state }, result }: { row: EffectRow; result: Landing['result'] }): boolean {
  return state === 'claimed' || state === 'ambiguous' || (state === 'dropped' && result.kind === 'sent');
}

const lockEffect = statement<Pick<EffectRow, 'key'>>()((database, place) =>
  database
    .select()
    .from(effect)
    .where(eq(effect.key, place('key', effect.key)))
    .for('update'),
);

type Report = Pick<typeof effectAttempt.$inferSelect, 'key' | 'token' | 'result' | 'detail'>;

const reportAttempt = statement<Report>()((database, place) =>
  database
    .update(effectAttempt)
    .set({
      result: place('result', effectAttempt.result),
      detail: place('detail', effectAttempt.detail),
      recordedAt: rightNow,
    })
    .where(
      and(
        eq(effectAttempt.key, place('key', effectAttempt.key)),
        eq(effectAttempt.token, place('token', effectAttempt.token)),
      ),
    )
    .returning({ attempt: effectAttempt.attempt }),
);

/** Two attempts were sent: the effect is listed as doubled. A first late "sent" after the machine gave up is not doubled. */
async function noteSecondSend({ context, row }: { context: EngineContext; row: EffectRow }): Promise<EffectRow> {
  const [sent] = await context.database
    .select({ count: sql<number>`count(*)::int` })
    .from(effectAttempt)
    .where(and(eq(effectAttempt.key, row.key), eq(effectAttempt.result, 'sent')));
  return (sent?.count ?? 0) > 1 ? update({ context, row, values: { doubled: true } }) : row;
}

function outcomeOf({
  context,
  row,
  landing,
  now,
}: {
  context: EngineContext;
  row: EffectRow;
  landing: Landing;
  now: Instant;
}): Partial<Settling> {
  const { result, rules } = landing;
  switch (result.kind) {
    case 'sent':
      return { state: 'sent', settledAt: now, leaseUntil: null, error: null };
    case 'given-back':
      // The lead has gone on as if it had been sent: it stays listed, for a person to settle.
      if (row.state === 'ambiguous') return { error: 'given back too late: it was surely not sent' };
      return { state: 'waiting', leaseUntil: null, nextTryAt: null };
    case 'unknown':
      return unknownOutcome({
        row,
        // What comes to the same each time is not tried again.
        rules: result.again === false ? { ...rules, repeatable: false } : rules,
        error: result.error,
        now,
        afterMs: backOff({ context, attempt: row.attempt }),
      });
    case 'surely-not':
      if (row.state === 'ambiguous') return { error: result.error };
      // Not sent, as the next claim finds: a lead whose address is none goes on, and is not stuck.
      if (isBounce({ row, landing }) && row.attempt < rules.attempts)
        return { state: 'waiting', error: result.error, leaseUntil: null, nextTryAt: null };
      if (!result.again || row.attempt >= rules.attempts) {
        return { state: 'failed', error: result.error, settledAt: now, leaseUntil: null };
      }
      return {
        state: 'waiting',
        error: result.error,
        leaseUntil: null,
        nextTryAt: plus(now, Math.max(result.afterMs ?? 0, backOff({ context, attempt: row.attempt }))),
      };
    default:
      return unreachable(result);
  }
}

/** A notice goes to one of our own people: it fails. */
function isBounce({ row, landing: { result } }: { row: EffectRow; landing: Landing }): boolean {
  return result.kind === 'surely-not' && result.bounced === true && row.kind !== 'notice';
}

/** Of a try whose fate is unknown: repeated where the receiver drops repeats, else ambiguous and never repeated. */
export function unknownOutcome({
  row,
  rules,
  error,
  now,
  afterMs,
}: {
  row: EffectRow;
  rules: RetryRules;
  error: string;
  now: Instant;
  /** The pause before it is repeated. */
  afterMs: Milliseconds;
}): Partial<Settling> {
  if (rules.repeatable && row.attempt < rules.attempts)
    return { state: 'waiting', error, leaseUntil: null, nextTryAt: plus(now, afterMs) };
  return { state: 'ambiguous', error, leaseUntil: null, settledAt: now };
}

function backOff({ context: { timings }, attempt }: { context: EngineContext; attempt: number }): Milliseconds {
  return Math.min(timings.retryMostMs, timings.retryFirstMs * 2 ** (attempt - 1));
}

function detailOf({ result }: Landing): string | null {
  if (result.kind === 'given-back') return null;
  return result.kind === 'sent' ? (result.receipt ?? null) : result.error;
}

async function update({
  context,
  row,
  values,
}: {
  context: EngineContext;
  row: EffectRow;
  values: Partial<Settling>;
}): Promise<EffectRow> {
  const [updated] = await settleEffect({ database: context.database, values: { ...row, ...values } });
  if (!updated) throw new Error(`effect ${row.key} vanished under its lock`);
  return updated;
}

type Settling = Pick<EffectRow, 'key' | 'state' | 'error' | 'leaseUntil' | 'nextTryAt' | 'settledAt' | 'doubled'>;

const settleEffect = statement<Settling>()((database, place) =>
  database
    .update(effect)
    .set({
      state: place('state', effect.state),
      error: place('error', effect.error),
      leaseUntil: place('leaseUntil', effect.leaseUntil),
      nextTryAt: place('nextTryAt', effect.nextTryAt),
      settledAt: place('settledAt', effect.settledAt),
      doubled: place('doubled', effect.doubled),
    })
    .where(eq(effect.key, place('key', effect.key)))
    .returning(),
);

/** A claim whose lease is over: its sender died or was cut off. In the caller's transaction, under the lead's lock. */
export async function lapseClaim({
  context,
  row,
  rules,
  now,
}: {
  context: EngineContext;
  row: EffectRow;
  rules: RetryRules;
  now: Instant;
}): Promise<EffectRow> {
  const lapsed = await update({
    context,
    row,
    values: unknownOutcome({ row, rules, error: 'the sender did not report', now, afterMs: 0 }),
  });
  const { key, enrollmentId, journeyId, attempt, state } = lapsed;
  context.logger.warn(
    { effect: key, enrollment: enrollmentId, journey: journeyId, attempt, state },
    'a claim ran out without a report',
  );
  return lapsed;
}

/** When a waiting effect is due: now where nothing says later. */
export function dueAtOf({ row, now }: { row: EffectRow; now: Instant }): Instant {
  return asInstant(Math.max(row.nextTryAt ?? now, now));
}
