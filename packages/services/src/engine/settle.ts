import { type EffectRow, type EnrollmentRow, effect, enrollment } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { External } from '@sodate/journey/compile/plan';
import { looksAgain } from '@sodate/journey/interpret/looks-again';
import { type Instant, plus } from '@sodate/journey/time/instant';
import { and, eq } from 'drizzle-orm';
import { claimEffect } from './claim-effect.ts';
import { effectKeyOf } from './effect-key.ts';
import type { EngineContext } from './engine-context.ts';
import type { LockedPassage } from './lock-passage.ts';
import { type HoppedOn, realTimeOf } from './passage-row.ts';
import type { RunningVersion } from './read-version.ts';
import { dueAtOf } from './record-landing.ts';
import type { Rest } from './rest.ts';
import type { Turn, TurnInput } from './turn.ts';

/** An early timer costs a vain look; 20 ms make sure that the deadline has passed on PostgreSQL's clock too. */
const timerSlackMs = 20;

/**
 * What follows once nothing more is decided in this transaction: go on, rest, try the effect here, or queue it.
 * `hopped`: the hop this turn has made; absent where it was a look in vain.
 */
export async function settle({
  input,
  locked,
  version,
  hopped,
  effectRow,
}: {
  input: TurnInput;
  locked: LockedPassage;
  version: RunningVersion;
  hopped?: HoppedOn;
  effectRow?: EffectRow | undefined;
}): Promise<Turn> {
  const { context } = input;
  const { row } = locked;
  // An inline effect changed facts: exits, goals and conditions asked before it must be asked again.
  const changed = hopped?.effect != null;
  switch (row.state) {
    case 'moving':
      return { kind: 'again' };
    case 'stuck':
      return { kind: 'rest', rest: await restOf({ context, locked, lookAt: null, until: null }) };
    case 'resting':
      if (hopped && (changed || looksAgain({ plan: version.plan, hopped, now: locked.now }))) return { kind: 'again' };
      return { kind: 'rest', rest: await restUntilDeadline({ context, locked }) };
    case 'acting':
      if (changed) return { kind: 'again' };
      return tryEffect({ input, locked, version, effectRow: effectRow ?? (await readWaiting({ context, locked })) });
    default:
      return { kind: 'rest', rest: { kind: 'end', number: row.rest } };
  }
}

async function restUntilDeadline({
  context,
  locked,
}: {
  context: EngineContext;
  locked: LockedPassage;
}): Promise<Rest> {
  const { row } = locked;
  const until = row.until === null ? null : realTimeOf({ instant: row.until, offsetMs: row.offsetMs });
  return restOf({ context, locked, lookAt: until, until });
}

/** Clears the nudge, says in the row when somebody must look, and tells the workflow. `until`: real time. */
export async function restOf({
  context,
  locked: { row, realNow },
  lookAt,
  until,
}: {
  context: EngineContext;
  locked: LockedPassage;
  lookAt: Instant | null;
  until: Instant | null;
}): Promise<Rest> {
  if (row.nudgedAt !== null || row.lookAt !== lookAt || row.heldBy !== null) {
    await setRestingLook({ database: context.database, values: { id: row.id, lookAt } });
  }
  if (until === null) return { kind: 'resting', number: row.rest };
  return { kind: 'resting', number: row.rest, waitMs: Math.max(1, Math.ceil(until - realNow) + timerSlackMs) };
}

async function readWaiting({
  context,
  locked: { row },
}: {
  context: EngineContext;
  locked: LockedPassage;
}): Promise<EffectRow> {
  const key = effectKeyOf({ enrollment: row.id, op: row.op, visit: row.visit });
  const [waiting] = await lockWaiting({ database: context.database, values: { key } });
  if (!waiting) throw new Error(`enrollment ${row.id} acts without an effect`);
  return waiting;
}

async function tryEffect({
  input,
  locked,
  version,
  effectRow,
}: {
  input: TurnInput;
  locked: LockedPassage;
  version: RunningVersion;
  effectRow: EffectRow;
}): Promise<Turn> {
  const { context } = input;
  const { timings } = context;
  const { realNow } = locked;
  const op = version.plan.ops[locked.row.op];
  if (op?.kind !== 'act' || !op.external) throw new Error(`op ${locked.row.op} is not an external act`);
  const dueAt = dueAtOf({ row: effectRow, now: realNow });
  if (dueAt > realNow + timings.queueHorizonMs) return restUntil({ context, locked, at: dueAt });
  const isQuick = dueAt <= realNow && isQuickEnough({ input, external: op.external });
  if (isQuick) input.permit.held ??= context.gate.tryEnter(op.external.channel);
  if (!isQuick || !input.permit.held) {
    const queued = await queue({ context, locked, effectRow, external: op.external });
    return isQuick && queued.kind === 'rest' && queued.rest.kind === 'queued'
      ? { kind: 'full', channel: op.external.channel, rest: queued.rest }
      : queued;
  }
  const claimed = await claimEffect({
    context,
    row: effectRow,
    now: realNow,
    barred: locked.claimsBarred,
    leaseMs: op.external.limitMs + timings.leaseInlineMs,
    rules: op.external,
  });
  switch (claimed.kind) {
    case 'claimed':
      await setLookAt({ context, locked, lookAt: claimed.claim.leaseUntil });
      return { kind: 'claimed', claim: claimed.claim };
    case 'not-sent':
      return { kind: 'again' };
    case 'later':
      return claimed.at > realNow + timings.queueHorizonMs
        ? restUntil({ context, locked, at: claimed.at })
        : { kind: 'again' };
    case 'barred':
      return restUntil({ context, locked, at: plus(realNow, timings.actingLookMs) });
  }
}

function isQuickEnough({
  input: { context, elapsedMs },
  external: { limitMs },
}: {
  input: TurnInput;
  external: External;
}): boolean {
  const { inlineLimitMs, inlineElapsedMs } = context.timings;
  return limitMs <= inlineLimitMs && elapsedMs + limitMs <= inlineElapsedMs;
}

async function queue({
  context,
  locked,
  effectRow,
  external,
}: {
  context: EngineContext;
  locked: LockedPassage;
  effectRow: EffectRow;
  external: External;
}): Promise<Turn> {
  const laterMs = context.timings.actingLookMs;
  // Queued, it would come back unclaimed at once, again and again, until somebody releases the claims.
  if (locked.claimsBarred) return restUntil({ context, locked, at: plus(locked.realNow, laterMs) });
  await setLookAt({ context, locked, lookAt: plus(locked.realNow, laterMs) });
  return {
    kind: 'rest',
    rest: {
      kind: 'queued',
      number: locked.row.rest,
      effect: effectRow.key,
      queue: queueOf(external.channel),
      limitMs: external.limitMs,
    },
  };
}

/** The task queue of a channel: Temporal keeps the rush and the rate there. Custom nodes share one. */
export function queueOf(channel: string): string {
  return channel === 'mail' ? 'channel-mail' : 'channel-external';
}

async function restUntil({
  context,
  locked,
  at,
}: {
  context: EngineContext;
  locked: LockedPassage;
  at: Instant;
}): Promise<Turn> {
  const lookAt =
    at > locked.realNow + context.timings.actingLookMs ? at : plus(locked.realNow, context.timings.actingLookMs);
  return { kind: 'rest', rest: await restOf({ context, locked, lookAt, until: at }) };
}

async function setLookAt({
  context,
  locked: { row },
  lookAt,
}: {
  context: EngineContext;
  locked: LockedPassage;
  lookAt: Instant;
}): Promise<void> {
  await setActingLook({ database: context.database, values: { id: row.id, lookAt } });
}

type Looked = Pick<EnrollmentRow, 'id' | 'lookAt'>;

const setRestingLook = statement<Looked>()((database, place) =>
  database
    .update(enrollment)
    .set({ nudgedAt: null, lookAt: place('lookAt', enrollment.lookAt), heldBy: null })
    .where(eq(enrollment.id, place('id', enrollment.id)))
    .returning({ id: enrollment.id }),
);

const setActingLook = statement<Looked>()((database, place) =>
  database
    .update(enrollment)
    .set({ nudgedAt: null, lookAt: place('lookAt', enrollment.lookAt) })
    .where(eq(enrollment.id, place('id', enrollment.id)))
    .returning({ id: enrollment.id }),
);

const lockWaiting = statement<Pick<EffectRow, 'key'>>()((database, place) =>
  database
    .select()
    .from(effect)
    .where(and(eq(effect.key, place('key', effect.key)), eq(effect.state, 'waiting')))
    .for('update'),
);
