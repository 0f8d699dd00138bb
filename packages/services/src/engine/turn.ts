import { type EffectRow, enrollment } from '@sodate/database/schema/enrollment';
import type { EnrollmentId, NodeId } from '@sodate/journey/id';
import { asks, asksToLeave } from '@sodate/journey/interpret/asks';
import { hop, leave } from '@sodate/journey/interpret/hop';
import { eq } from 'drizzle-orm';
import { inTransaction } from '../transaction.ts';
import { applyPendingRules, moveTo } from './apply-rules.ts';
import { barClaims } from './bar-claims.ts';
import type { Claim } from './claim-effect.ts';
import { crashPoint } from './crash-point.ts';
import { isHeldAmbiguous, landedAs, readEffect } from './effect-at-hand.ts';
import { effectKeyOf } from './effect-key.ts';
import { dropWaiting, endPassage } from './end-passage.ts';
import type { EngineContext } from './engine-context.ts';
import { hearFirst } from './hear.ts';
import type { InlinePermit } from './inline-gate.ts';
import { type LockedPassage, lockPassage } from './lock-passage.ts';
import { markStuck } from './mark-stuck.ts';
import { readPassageState } from './passage-row.ts';
import { readFacts } from './read-facts.ts';
import { type RunningVersion, readVersion } from './read-version.ts';
import { recordLanding } from './record-landing.ts';
import type { Rest } from './rest.ts';
import { restInTheAir } from './rest-in-the-air.ts';
import type { Landing } from './send-errand.ts';
import { settle } from './settle.ts';
import { writeHop } from './write-hop.ts';

/** What one hop transaction of a look came to. */
export type Turn =
  | { readonly kind: 'rest'; readonly rest: Rest }
  | { readonly kind: 'again' }
  /** It would be sent now, but the channel has no room at this moment. `rest`: what to answer where none comes. */
  | { readonly kind: 'full'; readonly channel: string; readonly rest: Rest }
  /** An effect was claimed and is to be sent now, outside the transaction. */
  | { readonly kind: 'claimed'; readonly claim: Claim };

export interface TurnInput {
  readonly context: EngineContext;
  readonly enrollment: EnrollmentId;
  readonly known: number;
  /** A send of this look, to be recorded in this turn. */
  readonly landing: Landing | undefined;
  /** How long the look has lasted. */
  readonly elapsedMs: number;
  /** The inline permit of this turn: kept where its transaction is repeated, given back where nothing was claimed. */
  readonly permit: { held: InlinePermit | undefined };
}

/** What a transaction of a look came to, and how many turns it took. */
export interface Taken {
  readonly turn: Turn;
  readonly turns: number;
}

/** So many branches and splits are passed in one transaction at the most: locks are not to be held long. */
const turnsATransaction = 8;

/**
 * One transaction of a look: the first line of the protocol that fits, and the next ones while the lead is only passing
 * through. `singly`: one turn and no more, so that a fault is stored where it arose.
 */
export async function takeTurns({ singly, ...input }: TurnInput & { readonly singly: boolean }): Promise<Taken> {
  const taken = await inTransaction({ context: input.context }, async (context) => {
    const most = singly ? 1 : turnsATransaction;
    let turn = await turnInside({ ...input, context });
    let turns = 1;
    for (; turn.kind === 'again' && turns < most; turns++)
      turn = await turnInside({ ...input, context, landing: undefined });
    await crashPoint(input.landing ? 'record.before-commit' : 'hop.before-commit');
    return { turn, turns };
  });
  if (input.landing) await crashPoint('record.after-commit');
  await crashPoint(taken.turn.kind === 'claimed' ? 'claim.after-commit' : 'hop.after-commit');
  return taken;
}

async function turnInside(input: TurnInput): Promise<Turn> {
  const { context, enrollment: id, known, landing } = input;
  const locked = await lockPassage({ context, enrollment: id });
  await crashPoint('hop.after-lock');
  if (!locked) return { kind: 'rest', rest: { kind: 'end', number: known } };
  const isOlder = known > locked.row.rest;
  if (isOlder) await barClaims({ context });
  const version = await readVersion({ context, id: locked.row.versionId });
  const recorded = landing && (await recordLanding({ context, landing, now: locked.realNow }));
  if (locked.row.state === 'ended') return { kind: 'rest', rest: { kind: 'end', number: locked.row.rest } };
  return decide({ input, locked: isOlder ? { ...locked, claimsBarred: true } : locked, version, recorded });
}

async function decide({
  input,
  locked,
  version,
  recorded,
}: {
  input: TurnInput;
  locked: LockedPassage;
  version: RunningVersion;
  recorded: EffectRow | undefined;
}): Promise<Turn> {
  const { context } = input;
  const { row, journey } = locked;
  const present = effectKeyOf({ enrollment: row.id, op: row.op, visit: row.visit });
  const effectRow =
    recorded?.key === present && recorded.state !== 'claimed'
      ? recorded
      : await readEffect({ context, locked, version });
  if (effectRow?.state === 'claimed')
    return { kind: 'rest', rest: await restInTheAir({ context, locked, version, effectRow }) };
  if (row.leaving !== null) {
    const ended = await endPassage({ context, locked, reason: row.leaving, workflow: 'knows' });
    return { kind: 'rest', rest: { kind: 'end', number: ended.rest } };
  }
  if (journey.state === 'paused' || journey.nodeHeld) return hold({ context, locked });
  if (row.ruleSeen < journey.rule) {
    await applyPendingRules({ context, locked, workflow: 'knows' });
    return { kind: 'again' };
  }
  return moveOn({ input, locked, version, effectRow });
}

async function moveOn({
  input,
  locked,
  version,
  effectRow,
}: {
  input: TurnInput;
  locked: LockedPassage;
  version: RunningVersion;
  effectRow: EffectRow | undefined;
}): Promise<Turn> {
  const { context } = input;
  const { plan } = version;
  const landed = landedAs({ effectRow, version, row: locked.row });
  const { moveTo: target } = locked.row;
  if (target !== null || (locked.row.state === 'stuck' && landed === undefined)) {
    const left = await leaveIfDue({ context, locked, version });
    if (left) return left;
    return target === null
      ? settle({ input, locked, version, effectRow })
      : moveWhenDue({ input, locked, version, node: target });
  }
  const state = readPassageState(locked.row);
  const facts = await readFacts({ context, locked, plan, asked: asks({ plan, state }) });
  const happened = landed ?? {
    kind: 'looked' as const,
    events: await hearFirst({ context, locked, plan }),
  };
  const hopped = hop({ plan, state, happened, facts, now: locked.now });
  switch (hopped.kind) {
    case 'hopped': {
      const { row, waiting } = await writeHop({ context, locked, version, hopped });
      if (row.state === 'ended') await dropWaiting({ context, row });
      if (row.state === 'ended') return { kind: 'rest', rest: { kind: 'end', number: row.rest } };
      // Arriving at a held node, it must not claim what is to be sent there.
      if (locked.journey.heldNodes.includes(row.node)) return hold({ context, locked: { ...locked, row } });
      return settle({ input, locked: { ...locked, row }, version, hopped, effectRow: waiting });
    }
    case 'stuck':
      await markStuck({ context, locked, why: { kind: 'failed', error: effectRow?.error ?? '' } });
      return { kind: 'again' };
    case 'rests':
      if (effectRow && isHeldAmbiguous({ effectRow, version, row: locked.row })) {
        await markStuck({ context, locked, why: { kind: 'ambiguous' } });
        return { kind: 'again' };
      }
      return settle({ input, locked, version, effectRow });
  }
}

/**
 * Of a lead that only exits and goals may move: one that is stuck, or that waits to be moved by a publish and whose op
 * the version need not have.
 */
async function leaveIfDue({
  context,
  locked,
  version,
}: {
  context: EngineContext;
  locked: LockedPassage;
  version: RunningVersion;
}): Promise<Turn | undefined> {
  const { plan } = version;
  const facts = await readFacts({ context, locked, plan, asked: asksToLeave(plan) });
  const hopped = leave({ plan, state: readPassageState(locked.row), node: locked.row.node, facts, now: locked.now });
  if (hopped === undefined) return undefined;
  const { row } = await writeHop({ context, locked, version, hopped });
  await dropWaiting({ context, row });
  return { kind: 'rest', rest: { kind: 'end', number: row.rest } };
}

/** A publish moved this lead to another node, to arrive there when its old rest is over. */
async function moveWhenDue({
  input,
  locked,
  version,
  node,
}: {
  input: TurnInput;
  locked: LockedPassage;
  version: RunningVersion;
  node: NodeId;
}): Promise<Turn> {
  const { row, now } = locked;
  if (row.until !== null && now < row.until) return settle({ input, locked, version });
  await moveTo({ context: input.context, locked, version, node, workflow: 'knows' });
  return { kind: 'again' };
}

async function hold({ context, locked }: { context: EngineContext; locked: LockedPassage }): Promise<Turn> {
  const { row, journey } = locked;
  await context.database
    .update(enrollment)
    .set({ lookAt: null, nudgedAt: null, heldBy: journey.state === 'paused' ? 'pause' : 'node' })
    .where(eq(enrollment.id, row.id));
  return { kind: 'rest', rest: { kind: 'resting', number: row.rest } };
}
