import { type EffectRow, effect, effectAttempt, mark } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { Instant, Milliseconds } from '@sodate/journey/time/instant';
import { plus } from '@sodate/journey/time/instant';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { EngineContext, Errand } from './engine-context.ts';
import type { RetryRules } from './record-landing.ts';

/** What a claim found. Only 'claimed' allows a send, and only one at a time for each effect. */
export type Claimed =
  | { readonly kind: 'claimed'; readonly claim: Claim }
  /** Final without a send: the lead may not get it, or it cannot be made. */
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'later'; readonly at: Instant }
  /** The database was restored: no claims until a person releases them. */
  | { readonly kind: 'barred' };

export interface Claim {
  readonly key: string;
  readonly token: NonNullable<EffectRow['token']>;
  readonly leaseMs: Milliseconds;
  readonly leaseUntil: Instant;
  /** As the plan had them: a report may come when the passage stands in another version. */
  readonly rules: RetryRules;
  readonly errand: Errand;
}

/**
 * Claims a waiting effect in the caller's transaction, under the lead's lock, having asked the channel whether it may
 * be sent now. `now` is real time.
 */
export async function claimEffect({
  context,
  row,
  now,
  barred,
  leaseMs,
  rules,
}: {
  context: EngineContext;
  row: EffectRow;
  now: Instant;
  /** The database was restored, and nobody has released the sends yet. */
  barred: boolean;
  leaseMs: Milliseconds;
  rules: RetryRules & { readonly limitMs: Milliseconds };
}): Promise<Claimed> {
  if (row.nextTryAt !== null && row.nextTryAt > now) return { kind: 'later', at: row.nextTryAt };
  if (barred) return { kind: 'barred' };
  const prepared = await context.channelOf(row.channel).prepare({ context, effect: row, now, limitMs: rules.limitMs });
  switch (prepared.kind) {
    case 'not-sent':
      await update({ context, row, values: { state: 'not-sent', notSentReason: prepared.reason, settledAt: now } });
      return { kind: 'not-sent' };
    case 'failed':
      await update({ context, row, values: { state: 'failed', error: prepared.error, settledAt: now } });
      return { kind: 'not-sent' };
    case 'later':
      await update({ context, row, values: { nextTryAt: prepared.at } });
      return { kind: 'later', at: prepared.at };
    case 'send':
      return {
        kind: 'claimed',
        claim: await writeClaim({ context, row, now, leaseMs, rules, errand: prepared.errand }),
      };
  }
}

async function writeClaim({
  context,
  row,
  now,
  leaseMs,
  rules,
  errand,
}: {
  context: EngineContext;
  row: EffectRow;
  now: Instant;
  leaseMs: Milliseconds;
  rules: RetryRules;
  errand: Errand;
}): Promise<Claim> {
  const leaseUntil = plus(now, leaseMs);
  const values = { key: row.key, attempt: row.attempt + 1, leaseUntil, now };
  const [claimed] = await claimWaiting({ database: context.database, values });
  if (!claimed) throw new Error(`effect ${row.key} changed under its lock`);
  return { key: row.key, token: claimed.token, leaseMs, leaseUntil, rules, errand };
}

type Claiming = Pick<EffectRow, 'key' | 'attempt'> & { readonly leaseUntil: Instant; readonly now: Instant };

const claimWaiting = statement<Claiming>()((database, place) => {
  const claimed = database.$with('claimed').as(
    database
      .update(effect)
      .set({
        state: 'claimed',
        token: sql`gen_random_uuid()`,
        attempt: place('attempt', effect.attempt),
        leaseUntil: place('leaseUntil', effect.leaseUntil),
        nextTryAt: null,
        error: null,
      })
      .where(and(eq(effect.key, place('key', effect.key)), eq(effect.state, 'waiting')))
      .returning({ key: effect.key, token: effect.token }),
  );
  // The row counts anew when a person has it tried again; the attempts themselves are numbered through.
  const next = sql<number>`(select coalesce(max(${effectAttempt.attempt}), 0) + 1 from ${effectAttempt} where ${effectAttempt.key} = ${place('key', effectAttempt.key)})`;
  return database
    .with(claimed)
    .insert(effectAttempt)
    .select(
      database
        .select({
          key: claimed.key,
          attempt: next.as('attempt'),
          token: sql<NonNullable<EffectRow['token']>>`${claimed.token}`.as('token'),
          claimedAt: sql<Instant>`${place('now', effectAttempt.claimedAt)}::timestamptz`.as('claimed_at'),
          result: sql<null>`null`.as('result'),
          detail: sql<null>`null`.as('detail'),
          recordedAt: sql<null>`null::timestamptz`.as('recorded_at'),
        })
        .from(claimed),
    )
    .returning({ token: effectAttempt.token });
});

/** Whether the database was restored and nobody has released the claims yet. */
export async function areClaimsBarred({ context }: { context: Context }): Promise<boolean> {
  const [row] = await context.database.select({ barred: mark.claimsBarredAt }).from(mark);
  return row?.barred != null;
}

async function update({
  context,
  row,
  values,
}: {
  context: EngineContext;
  row: EffectRow;
  values: Partial<EffectRow>;
}): Promise<void> {
  await context.database.update(effect).set(values).where(eq(effect.key, row.key));
}
