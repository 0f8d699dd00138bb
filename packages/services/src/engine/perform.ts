import { rightNow } from '@sodate/database/columns';
import { type EffectRow, effect, enrollment } from '@sodate/database/schema/enrollment';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { and, eq, ne } from 'drizzle-orm';
import { lockLeads } from '../event/lock-leads.ts';
import { inTransaction } from '../transaction.ts';
import { areClaimsBarred, type Claim, claimEffect } from './claim-effect.ts';
import { readClock } from './clock.ts';
import { crashPoint } from './crash-point.ts';
import type { EngineContext } from './engine-context.ts';
import { isInfrastructureFault } from './infrastructure-fault.ts';
import { lockPassage } from './lock-passage.ts';
import { readVersion } from './read-version.ts';
import { lapseClaim, type RetryRules, recordLanding } from './record-landing.ts';
import { sendErrand } from './send-errand.ts';
import { storeFault } from './store-fault.ts';

/** What one try came to. 'again': not final yet; try after that long. */
export type Performed = { readonly kind: 'settled' } | { readonly kind: 'again'; readonly afterMs: Milliseconds };

type Claiming = Performed | { readonly kind: 'claimed'; readonly claim: Claim };

/** Notices to our own people are repeated: a second one harms nobody. */
const noticeRules: RetryRules & { limitMs: Milliseconds } = { repeatable: true, attempts: 20, limitMs: 20_000 };

/** Of an act that its version does not have: never repeated. */
const unknownRules: typeof noticeRules = { repeatable: false, attempts: 1, limitMs: 20_000 };

/**
 * Claims, sends and records one queued effect; nothing else. The row counts the attempts and decides on failure.
 * Settled: final, ambiguous, dropped, held back, or due only later than the look that asked will wait.
 */
export async function perform({
  context,
  effect: key,
}: {
  context: EngineContext;
  effect: string;
}): Promise<Performed> {
  const claiming = await claimSafely({ context, key });
  if (claiming.kind !== 'claimed') return claiming;
  await crashPoint('claim.after-commit');
  const landing = await sendErrand({ context, claim: claiming.claim });
  const after = await inTransaction({ context }, async (inner) => {
    await lockOwner({ context: inner, key });
    const now = await readClock({ context: inner });
    const row = await recordLanding({ context: inner, landing, now });
    const performed = await afterRecord({ context: inner, row, now });
    await crashPoint('record.before-commit');
    return performed;
  });
  await crashPoint('record.after-commit');
  return after;
}

/** Whatever goes wrong is stored where a person sees it; Temporal would repeat it without end. */
async function claimSafely({ context, key }: { context: EngineContext; key: string }): Promise<Claiming> {
  try {
    return await inTransaction({ context }, (inner) => claimQueued({ context: inner, key }));
  } catch (error) {
    if (isInfrastructureFault(error)) throw error;
    const [owner] = await context.database
      .select({ enrollment: effect.enrollmentId })
      .from(effect)
      .where(eq(effect.key, key));
    if (owner?.enrollment == null) return failNotice({ context, key, error });
    const rest = await storeFault({ context, enrollment: owner.enrollment, error });
    return rest.kind === 'resting' && rest.waitMs !== undefined
      ? { kind: 'again', afterMs: rest.waitMs }
      : { kind: 'settled' };
  }
}

/** A notice belongs to no passage that could be stuck. */
async function failNotice({
  context,
  key,
  error,
}: {
  context: EngineContext;
  key: string;
  error: unknown;
}): Promise<Performed> {
  context.logger.error({ effect: key, error }, 'a notice could not be made');
  await context.database
    .update(effect)
    .set({ state: 'failed', error: error instanceof Error ? error.message : String(error), settledAt: rightNow })
    .where(and(eq(effect.key, key), eq(effect.state, 'waiting')));
  return { kind: 'settled' };
}

async function claimQueued({ context, key }: { context: EngineContext; key: string }): Promise<Claiming> {
  const { rules, barred } = await lockOwner({ context, key });
  const found = await readLocked({ context, key });
  if (!found) return { kind: 'settled' };
  const now = await readClock({ context });
  let row = found;
  if (row.state === 'claimed') {
    const leaseEnd = row.leaseUntil ?? now;
    if (leaseEnd > now) return { kind: 'again', afterMs: Math.max(1, Math.ceil(leaseEnd - now)) };
    row = await lapseClaim({ context, row, rules, now });
  }
  if (row.state !== 'waiting' || barred) return afterRecord({ context, row, now, held: barred });
  const claimed = await claimEffect({
    context,
    row,
    now,
    barred: await areClaimsBarred({ context }),
    leaseMs: rules.limitMs + context.timings.leaseQueuedMs,
    rules,
  });
  switch (claimed.kind) {
    case 'claimed':
      return { kind: 'claimed', claim: claimed.claim };
    case 'not-sent':
      return afterRecord({ context, row: (await readLocked({ context, key })) ?? row, now });
    case 'later':
      return claimed.at > now + context.timings.queueHorizonMs
        ? { kind: 'settled' }
        : { kind: 'again', afterMs: Math.max(1, claimed.at - now) };
    case 'barred':
      return { kind: 'settled' };
  }
}

async function readLocked({ context, key }: { context: EngineContext; key: string }): Promise<EffectRow | undefined> {
  const [row] = await context.database.select().from(effect).where(eq(effect.key, key)).for('update');
  return row;
}

/** Locks the lead (and passage) that the effect is for, as every claim and record must. */
async function lockOwner({
  context,
  key,
}: {
  context: EngineContext;
  key: string;
}): Promise<{ rules: RetryRules & { limitMs: Milliseconds }; barred: boolean }> {
  const [owner] = await context.database
    .select({
      enrollment: effect.enrollmentId,
      lead: effect.leadId,
      op: effect.op,
      repeatAskedAt: effect.repeatAskedAt,
    })
    .from(effect)
    .where(eq(effect.key, key));
  if (owner?.enrollment == null) {
    if (owner?.lead != null) await lockLeads({ context, leads: [owner.lead] });
    return { rules: noticeRules, barred: false };
  }
  const locked = await lockPassage({ context, enrollment: owner.enrollment });
  if (!locked) return { rules: unknownRules, barred: true };
  const version = await readVersion({ context, id: locked.row.versionId });
  const op = owner.op === null ? undefined : version.plan.ops[owner.op];
  const external = op?.kind === 'act' ? op.external : undefined;
  const { row, journey } = locked;
  // Only a look may judge exits, goals, rules and holds: where one is due, the claim is left to it.
  // One that a person has sent once more is no longer part of the passage: only a pause holds it.
  if (owner.repeatAskedAt !== null) return { rules: external ?? unknownRules, barred: journey.state === 'paused' };
  const barred =
    row.state === 'ended' ||
    row.leaving !== null ||
    journey.state === 'paused' ||
    journey.nodeHeld ||
    row.ruleSeen < journey.rule ||
    row.nudgedAt !== null;
  return { rules: external ?? unknownRules, barred };
}

/** Once nothing more is to be tried, the passage must be looked at: at once, should the workflow not hear of it. */
async function afterRecord({
  context,
  row,
  now,
  held = false,
}: {
  context: EngineContext;
  row: EffectRow;
  now: number;
  held?: boolean;
}): Promise<Performed> {
  if (row.state === 'waiting' && !held) {
    const dueIn = Math.max(0, (row.nextTryAt ?? now) - now);
    if (dueIn <= context.timings.queueHorizonMs) return { kind: 'again', afterMs: Math.max(1, Math.ceil(dueIn)) };
  }
  if (row.enrollmentId !== null && row.repeatAskedAt === null) {
    await context.database
      .update(enrollment)
      .set({ lookAt: rightNow })
      .where(and(eq(enrollment.id, row.enrollmentId), ne(enrollment.state, 'ended')));
  }
  return { kind: 'settled' };
}
