import type { ActOp, BranchOp, ListenOp, Op, Plan } from '../compile/plan.ts';
import type { Answer, Seen } from '../condition/condition.ts';
import type { LeadEvent } from '../event/event.ts';
import { asId, type ConditionKey, type NodeId } from '../id.ts';
import type { Instant } from '../time/instant.ts';
import { arrive } from './arrive.ts';
import { chooseArm } from './choose-arm.ts';
import { listenMatches } from './listen-matches.ts';
import { opOf } from './op-of.ts';
import type { EndReason, Facts, Happened, Hopped, PassageState } from './passage.ts';

export interface Hop {
  readonly plan: Plan;
  readonly state: PassageState;
  readonly happened: Happened;
  readonly facts: Facts;
  readonly now: Instant;
}

type HoppedOn = Extract<Hopped, { kind: 'hopped' }>;

/** How a lead leaves an op. */
interface Move {
  readonly outcome: string;
  readonly dueAt: Instant;
  readonly event: LeadEvent | null;
  readonly seen: readonly Seen[];
  readonly effect: ActOp | null;
}

const nothingSeen: readonly Seen[] = [];

/**
 * One hop: leaves the present op by an outcome and arrives at the next, or tells that there is nothing to do yet.
 * Exits come first, then goals, then the op's own outcome. Pure: equal arguments give equal results.
 * @throws Error where the host breaks the contract: a fact that `asks` listed is missing, an unknown op.
 */
export function hop(given: Hop): Hopped {
  const { state, happened } = given;
  if (state.phase === 'ended') return { kind: 'rests', state };
  const op = opOf({ plan: given.plan, id: state.op });
  const left = leave({ ...given, node: op.node });
  if (left !== undefined) return left;
  if (happened.kind === 'landed') return land({ hop: given, op, landed: happened });
  const move = decide({ hop: given, op, events: happened.events });
  return move === undefined ? { kind: 'rests', state } : follow({ hop: given, op, move });
}

/**
 * The end by an exit, then by a goal, of a passage that stands at `node`; undefined where none holds. The plan need not
 * have the passage's op. Pure. @throws Error where an answer that `asksToLeave` listed is missing.
 */
export function leave({
  plan,
  facts,
  state,
  node,
  now,
}: Omit<Hop, 'happened'> & { readonly node: NodeId }): HoppedOn | undefined {
  const op = { id: state.op, node };
  for (const exit of plan.exits) {
    const answer = answerTo({ facts, key: exit.key });
    if (!answer.holds) continue;
    const move = moveNow({ outcome: 'exit', seen: answer.seen, now });
    return end({ op, state, now, move, reason: 'exit', reasonId: exit.id });
  }
  for (const goal of plan.goals) {
    const answer = answerTo({ facts, key: goal.key });
    if (!answer.holds) continue;
    const move = moveNow({ outcome: 'goal', seen: answer.seen, now });
    return end({ op, state, now, move, reason: 'goal', reasonId: goal.node });
  }
  return undefined;
}

function land(given: { hop: Hop; op: Op; landed: Extract<Happened, { kind: 'landed' }> }): Hopped {
  const { hop: made, op, landed } = given;
  const { state, now } = made;
  if (state.phase !== 'acting') throw new Error(`an effect landed at ${op.id}, where none was in the air`);
  const isConnected = op.next[landed.outcome] !== undefined;
  if (landed.outcome === 'failed' && !isConnected) return { kind: 'stuck', state, why: 'failed' };
  const goesOn = landed.outcome === 'not-sent' && !isConnected;
  const seen = landed.seen ?? (goesOn ? [{ fact: 'not-sent', value: true }] : nothingSeen);
  return follow({ hop: made, op, move: moveNow({ outcome: goesOn ? 'done' : landed.outcome, seen, now }) });
}

/** The op's own outcome; undefined while there is none. */
function decide({ hop: made, op, events }: { hop: Hop; op: Op; events: readonly LeadEvent[] }): Move | undefined {
  const { state, facts, now } = made;
  switch (op.kind) {
    case 'act':
      if (op.external !== undefined) return undefined;
      return { outcome: 'done', dueAt: now, event: null, seen: nothingSeen, effect: op };
    case 'wait':
      return timeOut({ state, outcome: 'done', now });
    case 'listen':
      return hear({ hop: made, op, events });
    case 'branch':
      return branch({ op, facts, now });
    case 'split':
      return moveNow({ outcome: chooseArm({ split: op, enrollment: state.enrollment }), seen: nothingSeen, now });
    case 'goal':
    case 'end':
      throw new Error(`a passage at ${op.id} has ended`);
    default:
      return op satisfies never;
  }
}

/** An event that was stored in time wins, however late the look; one stored later loses to the time-out. */
function hear({ hop: made, op, events }: { hop: Hop; op: ListenOp; events: readonly LeadEvent[] }): Move | undefined {
  const { state, facts, now } = made;
  for (const event of events) {
    if (event.id <= state.arrivedEvent || (state.until !== null && event.storedAt > state.until)) continue;
    const outcome = listenMatches({ op, event, state });
    if (outcome !== undefined) return { outcome, dueAt: event.storedAt, event, seen: nothingSeen, effect: null };
  }
  for (const { outcome, key } of op.conditions) {
    const answer = answerTo({ facts, key });
    if (answer.holds) return moveNow({ outcome, seen: answer.seen, now });
  }
  return op.timeout === undefined ? undefined : timeOut({ state, outcome: op.timeout.outcome, now });
}

function timeOut({ state, outcome, now }: { state: PassageState; outcome: string; now: Instant }): Move | undefined {
  if (state.until === null || now < state.until) return undefined;
  return { outcome, dueAt: state.until, event: null, seen: nothingSeen, effect: null };
}

function branch({ op, facts, now }: { op: BranchOp; facts: Facts; now: Instant }): Move {
  const seen: Seen[] = [];
  for (const { outcome, key } of op.arms) {
    const answer = answerTo({ facts, key });
    seen.push(...answer.seen);
    if (answer.holds) return moveNow({ outcome, seen, now });
  }
  return moveNow({ outcome: op.otherwise, seen, now });
}

function follow({ hop: made, op, move }: { hop: Hop; op: Op; move: Move }): Hopped {
  const { plan, state, facts, now } = made;
  const id = op.next[move.outcome];
  if (id === undefined) return end({ op, state, now, move, reason: 'completed' });
  const next = opOf({ plan, id });
  const isNewVisit = next.node !== op.node || isFirstOp(next);
  const visit = isNewVisit ? nextVisit({ state, op: next }) : state.visit;
  if (visit > plan.visitLimit && next.onCycle) {
    return end({ op, state, now, move: { ...move, outcome: 'loop-limit' }, reason: 'loop-limit' });
  }
  const visits = isNewVisit && next.onCycle ? { ...state.visits, [next.node]: visit } : state.visits;
  return {
    kind: 'hopped',
    effect: move.effect,
    state: arrive({ plan, op: next, enrollment: state.enrollment, visit, visits, facts, now }),
    step: {
      fromOp: op.id,
      fromNode: op.node,
      outcome: move.outcome,
      toOp: next.id,
      toNode: next.node,
      visit,
      dueAt: move.dueAt,
      at: now,
      event: move.event?.id ?? null,
      seen: move.seen,
    },
  };
}

/** Edges arrive at a node's first op, whose id is the node's: only there a visit begins. */
function isFirstOp(op: Op): boolean {
  return op.id === asId<'op'>(op.node);
}

function nextVisit({ state, op }: { state: PassageState; op: Op }): number {
  return op.onCycle ? (state.visits[op.node] ?? 0) + 1 : 1;
}

/** Ends the passage without reaching another op. */
function end(given: {
  readonly op: Pick<Op, 'id' | 'node'>;
  readonly state: PassageState;
  readonly now: Instant;
  readonly move: Move;
  readonly reason: EndReason;
  readonly reasonId?: string;
}): HoppedOn {
  const { op, state, now, move, reason, reasonId } = given;
  return {
    kind: 'hopped',
    effect: move.effect,
    state: { ...state, phase: 'ended', until: null, reason, ...(reasonId === undefined ? {} : { reasonId }) },
    step: {
      fromOp: op.id,
      fromNode: op.node,
      outcome: move.outcome,
      toOp: null,
      toNode: null,
      visit: state.visit,
      dueAt: move.dueAt,
      at: now,
      event: move.event?.id ?? null,
      seen: move.seen,
    },
  };
}

function moveNow({ outcome, seen, now }: { outcome: string; seen: readonly Seen[]; now: Instant }): Move {
  return { outcome, dueAt: now, event: null, seen, effect: null };
}

function answerTo({ facts, key }: { facts: Facts; key: ConditionKey }): Answer {
  const answer = facts.answers[key];
  if (answer === undefined) throw new Error(`the host gave no answer to the condition ${key}`);
  return answer;
}
