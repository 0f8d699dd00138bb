import { enrollment } from '@sodate/database/schema/enrollment';
import type { EnrollmentId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { inTransaction } from '../transaction.ts';
import { crashPoint } from './crash-point.ts';
import type { EngineContext } from './engine-context.ts';
import { isInfrastructureFault } from './infrastructure-fault.ts';
import { lockPassage } from './lock-passage.ts';
import { markStuck } from './mark-stuck.ts';
import { recordAlone } from './record-alone.ts';
import type { Rest } from './rest.ts';
import { type Landing, sendErrand } from './send-errand.ts';
import { storeFault } from './store-fault.ts';
import { type Turn, type TurnInput, takeTurn } from './turn.ts';

/**
 * A look: carries the lead to its next rest, through as many hops as lie between, each a transaction of its own.
 * Throws for infrastructure only; whatever else goes wrong is stored with the lead as stuck.
 */
export async function carryOn({
  context,
  enrollment: id,
  known,
}: {
  context: EngineContext;
  enrollment: EnrollmentId;
  known: number;
}): Promise<Rest> {
  const startedMs = context.monotonicMs();
  let landing: Landing | undefined;
  for (let turns = 1; ; turns++) {
    const elapsedMs = context.monotonicMs() - startedMs;
    if (elapsedMs > context.timings.lookMs && !landing) return finish(await leaveMoving({ context, id, known }));
    const input: TurnInput = { context, enrollment: id, known, landing, elapsedMs, permit: { held: undefined } };
    const turn = turns > context.timings.hopsPerLook ? await stopRunaway(input) : await takeTurnSafely(input);
    landing = undefined;
    if (turn.kind === 'rest') return finish(turn.rest);
    if (turn.kind === 'claimed') landing = await sendWithPermit({ context, turn, permit: input.permit });
  }
}

async function finish(rest: Rest): Promise<Rest> {
  await crashPoint('look.before-return');
  return rest;
}

/** One turn; gives the inline permit back unless something was claimed, and stores any fault but infrastructure's. */
async function takeTurnSafely(input: TurnInput): Promise<Turn> {
  let turn: Turn | undefined;
  try {
    turn = await takeTurn(input);
    return turn;
  } catch (error) {
    const { context, enrollment: id, landing } = input;
    if (landing) await recordAlone({ context, enrollment: id, landing });
    if (isInfrastructureFault(error)) throw error;
    return { kind: 'rest', rest: await storeFault({ context, enrollment: id, error }) };
  } finally {
    if (turn?.kind !== 'claimed') input.permit.held?.unused();
  }
}

async function sendWithPermit({
  context,
  turn,
  permit,
}: {
  context: EngineContext;
  turn: Extract<Turn, { kind: 'claimed' }>;
  permit: TurnInput['permit'];
}): Promise<Landing> {
  const startedMs = context.monotonicMs();
  try {
    return await sendErrand({ context, claim: turn.claim });
  } finally {
    permit.held?.done(context.monotonicMs() - startedMs);
  }
}

/** Fifty hops without rest: a plan that validation should have refused. */
async function stopRunaway({ context, enrollment: id, known }: TurnInput): Promise<Turn> {
  return inTransaction({ context }, async (inner) => {
    const locked = await lockPassage({ context: inner, enrollment: id });
    if (!locked || locked.row.state === 'ended')
      return { kind: 'rest', rest: { kind: 'end', number: locked?.row.rest ?? known } };
    if (locked.row.state === 'stuck') return { kind: 'rest', rest: { kind: 'resting', number: locked.row.rest } };
    const row = await markStuck({ context: inner, locked, why: { kind: 'runaway' } });
    return { kind: 'rest', rest: { kind: 'resting', number: row.rest } };
  });
}

/** A long look leaves the passage moving and comes back at once, so that Temporal's task does not grow old. */
async function leaveMoving({
  context,
  id,
  known,
}: {
  context: EngineContext;
  id: EnrollmentId;
  known: number;
}): Promise<Rest> {
  const [row] = await context.database.select({ rest: enrollment.rest }).from(enrollment).where(eq(enrollment.id, id));
  return { kind: 'resting', number: row?.rest ?? known, waitMs: 1 };
}
