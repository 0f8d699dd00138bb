import { enrollment } from '@sodate/database/schema/enrollment';
import type { EnrollmentId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { measured } from '../telemetry/measured.ts';
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
import { type Taken, type Turn, type TurnInput, takeTurns } from './turn.ts';

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
  for (let turns = 0; ; ) {
    const elapsedMs = context.monotonicMs() - startedMs;
    if (elapsedMs > context.timings.lookMs && !landing) return finish(await leaveMoving({ context, id, known }));
    const input: TurnInput = { context, enrollment: id, known, landing, elapsedMs, permit: { held: undefined } };
    const taken = turns >= context.timings.hopsPerLook ? await stopRunaway(input) : await takeMeasured(input);
    turns += taken.turns;
    const { turn } = taken;
    landing = undefined;
    if (turn.kind === 'rest') return finish(turn.rest);
    if (turn.kind === 'full' && !(await hasRoom({ context, channel: turn.channel }))) return finish(turn.rest);
    if (turn.kind === 'claimed') landing = await sendWithPermit({ context, turn, permit: input.permit });
  }
}

/** A moment's patience spares a task on the channel's queue, and the look that follows it. */
function hasRoom({ context: { gate, timings }, channel }: { context: EngineContext; channel: string }) {
  return gate.waitForRoom({ channel, withinMs: timings.inlineRoomMs });
}

function takeMeasured(input: TurnInput): Promise<Taken> {
  const { context, enrollment: id } = input;
  return measured({ context, work: { name: 'turns', ids: { enrollment: id } } }, () => takeTurnsSafely(input));
}

async function finish(rest: Rest): Promise<Rest> {
  await crashPoint('look.before-return');
  return rest;
}

/**
 * Turns of one transaction; gives the inline permit back unless something was claimed, and stores a fault that is not
 * infrastructure's: where several turns were taken together, after taking them one by one.
 */
async function takeTurnsSafely(input: TurnInput): Promise<Taken> {
  let taken: Taken | undefined;
  try {
    taken = await takeTurns({ ...input, singly: false }).catch((error: unknown) => {
      if (isInfrastructureFault(error)) throw error;
      return takeTurns({ ...input, singly: true });
    });
    return taken;
  } catch (error) {
    const { context, enrollment: id, landing } = input;
    if (landing) await recordAlone({ context, enrollment: id, landing });
    if (isInfrastructureFault(error)) throw error;
    return { turns: 1, turn: { kind: 'rest', rest: await storeFault({ context, enrollment: id, error }) } };
  } finally {
    if (taken?.turn.kind !== 'claimed') input.permit.held?.unused();
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
async function stopRunaway({ context, enrollment: id, known }: TurnInput): Promise<Taken> {
  const turn = await inTransaction({ context }, async (inner): Promise<Turn> => {
    const locked = await lockPassage({ context: inner, enrollment: id });
    if (!locked || locked.row.state === 'ended')
      return { kind: 'rest', rest: { kind: 'end', number: locked?.row.rest ?? known } };
    if (locked.row.state === 'stuck') return { kind: 'rest', rest: { kind: 'resting', number: locked.row.rest } };
    const row = await markStuck({ context: inner, locked, why: { kind: 'runaway' } });
    return { kind: 'rest', rest: { kind: 'resting', number: row.rest } };
  });
  return { turn, turns: 1 };
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
