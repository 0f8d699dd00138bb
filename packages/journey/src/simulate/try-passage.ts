import type { Entry, Op, Plan } from '../compile/plan.ts';
import type { Answers } from '../condition/condition.ts';
import { asId, type NodeId } from '../id.ts';
import { opOf } from '../interpret/op-of.ts';
import type { EndReason, Facts, StepRecord } from '../interpret/passage.ts';
import type { Instant } from '../time/instant.ts';
import { createChance } from './chance.ts';
import { type Choices, ChosenWorld, choiceKey, isKnown } from './chosen-world.ts';
import type { Guesses } from './guess-table.ts';
import { runPassage } from './run-passage.ts';

interface Trial {
  readonly plan: Plan;
  readonly entry: Entry;
  readonly enterAt: Instant;
  /** When the virtual clock stops. */
  readonly until: Instant;
  readonly choices: Choices;
  readonly guesses: Guesses;
  readonly calendars: Facts['calendars'];
  readonly answers?: Answers;
  readonly unmailable?: readonly NodeId[];
  /** Another seed is another person: what is guessed comes out otherwise. */
  readonly seed: number;
}

/** One stay at a node. The trigger's is the first. */
export interface TriedVisit {
  readonly node: NodeId;
  readonly visit: number;
  readonly arrivedAt: Instant;
  readonly leftAt?: Instant;
  readonly outcome?: string;
  /** How the lead may leave, where that is for the lead to decide, or for chance. */
  readonly options: readonly string[];
  readonly chosen: boolean;
  /** Whether what holds for a real lead decides, where nothing is chosen; else it is guessed. */
  readonly known: boolean;
}

export interface TriedPassage {
  readonly visits: readonly TriedVisit[];
  readonly reason?: EndReason;
  /** Until when it rests, at a rest that the virtual clock did not see the end of. */
  readonly restsUntil?: Instant;
  readonly stuck: boolean;
}

/**
 * Carries one imagined lead, or a real one, through a plan: what was chosen happens, the rest is guessed. The same
 * trial gives the same passage. @throws RangeError where a calendar that the plan names is not given.
 */
export function tryPassage({ plan, entry, enterAt, until, seed, ...world }: Trial): TriedPassage {
  const steps: StepRecord[] = [];
  const { state, stuck } = runPassage({
    plan,
    entry,
    enrollment: asId<'enrollment'>(`trial/${seed}`),
    world: new ChosenWorld({ plan, ...world, chance: createChance(seed) }),
    enterAt,
    event: null,
    until,
    onStep: (step) => steps.push(step),
  });
  return {
    visits: visitsOf({ plan, entry, enterAt, steps, world }),
    stuck,
    ...(state.reason === undefined ? {} : { reason: state.reason }),
    ...(state.reason !== undefined || state.until === null ? {} : { restsUntil: state.until }),
  };
}

function visitsOf(given: {
  plan: Plan;
  entry: Entry;
  enterAt: Instant;
  steps: readonly StepRecord[];
  world: Pick<Trial, 'choices' | 'answers' | 'unmailable'>;
}): readonly TriedVisit[] {
  const { plan, entry, enterAt, steps, world } = given;
  const visits: TriedVisit[] = [];
  const decisionAt = (op: Op) => ({ options: optionsOf(op), known: isKnown({ op, ...world }) });
  let at: TriedVisit = { node: entry.node, visit: 1, arrivedAt: enterAt, options: [], chosen: false, known: false };
  for (const step of steps) {
    // Between the ops of one node only time passes; a visit begins at the node's first op, which has its id.
    const isInner = step.fromOp !== null && step.toNode === at.node && String(step.toOp) !== String(at.node);
    if (isInner) {
      if (step.toOp !== null) at = { ...at, ...decisionAt(opOf({ plan, id: step.toOp })) };
      continue;
    }
    visits.push({ ...at, leftAt: step.at, outcome: step.outcome });
    if (step.toNode === null || step.toOp === null) return visits;
    const { toNode: node, visit } = step;
    const chosen = world.choices[choiceKey({ node, visit })] !== undefined;
    at = { node, visit, arrivedAt: step.at, ...decisionAt(opOf({ plan, id: step.toOp })), chosen };
  }
  return [...visits, at];
}

/** Outcomes that depend on the lead or on chance. A split goes by the enrollment, so it is no choice. */
function optionsOf(op: Op): readonly string[] {
  switch (op.kind) {
    case 'listen': {
      const heard = [...op.events, ...op.conditions].map(({ outcome }) => outcome);
      return [...new Set(op.timeout === undefined ? heard : [...heard, op.timeout.outcome])];
    }
    case 'branch':
      return [...op.arms.map(({ outcome }) => outcome), op.otherwise];
    case 'act':
      return op.external === undefined ? [] : ['done', 'not-sent', 'failed'];
    case 'wait':
    case 'split':
    case 'goal':
    case 'end':
      return [];
  }
}
