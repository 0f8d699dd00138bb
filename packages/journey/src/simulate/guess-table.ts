import type { ActOp, BranchOp, ListenOp, Op, Plan } from '../compile/plan.ts';
import type { Answer } from '../condition/condition.ts';
import type { EventPattern } from '../event/event-pattern.ts';
import type { CalendarId, ConditionKey, NodeId, OpId } from '../id.ts';
import { opOf } from '../interpret/op-of.ts';
import type { Facts } from '../interpret/passage.ts';
import type { Calendar } from '../time/wait-spec.ts';
import type { Chance } from './chance.ts';

/** How leads are guessed to leave each node: outcome → share. Shares need not sum to 1; a node left out is even. */
export type Guesses = Readonly<Record<NodeId, Readonly<Record<string, number>>>>;

/** One way to leave an op, with the facts that bring it about. */
export interface Guess {
  readonly outcome: string;
  readonly facts: Facts;
  /** The event that must come, for a listen that waits for one. */
  readonly pattern?: EventPattern;
  /** A listen left by its time-out. */
  readonly isTimeout: boolean;
  /** Its share where the node has none guessed. */
  readonly share: number;
}

interface Weighted {
  readonly guesses: readonly Guess[];
  /** `sums[i]`: the shares of the guesses up to and with `i`. */
  readonly sums: readonly number[];
}

interface Guessing {
  readonly plan: Plan;
  readonly guesses: Guesses;
  readonly calendars: Readonly<Record<CalendarId, Calendar>>;
}

const fails: Answer = { holds: false, seen: [] };
const holds: Answer = { holds: true, seen: [] };
const landings = ['done', 'failed', 'not-sent'] as const;

/** The guesses of a plan, made ready so that drawing one makes nothing new. */
export class GuessTable {
  /** No condition holds: what is true where nothing is guessed. */
  readonly plain: Facts;
  readonly #ops: Map<OpId, Weighted>;

  constructor({ plan, guesses, calendars }: Guessing) {
    const keys = Object.keys(plan.conditions) as ConditionKey[];
    const none = Object.fromEntries(keys.map((key) => [key, fails]));
    const factsWhere = (key?: ConditionKey): Facts => ({
      answers: key === undefined ? none : { ...none, [key]: holds },
      calendars,
      leadZone: null,
      lastEvent: 0,
    });
    this.plain = factsWhere();
    const ids = Object.keys(plan.ops) as OpId[];
    this.#ops = new Map(
      ids.map((id) => {
        const op = opOf({ plan, id });
        return [id, weigh({ guesses: waysToLeave({ op, factsWhere }), shares: guesses[op.node] })];
      }),
    );
  }

  /** Draws how a lead leaves an op; undefined where nothing makes it leave. */
  draw({ op, chance }: { op: Op; chance: Chance }): Guess | undefined {
    const weighted = this.#ops.get(op.id);
    const sum = weighted?.sums.at(-1);
    if (weighted === undefined || sum === undefined || sum <= 0) return undefined;
    const place = chance() * sum;
    return weighted.guesses[weighted.sums.findIndex((upTo) => place < upTo)];
  }
}

type FactsWhere = (key?: ConditionKey) => Facts;

function waysToLeave({ op, factsWhere }: { op: Op; factsWhere: FactsWhere }): Guess[] {
  switch (op.kind) {
    case 'act':
      return waysToLand({ op, factsWhere });
    case 'listen':
      return waysToHear({ op, factsWhere });
    case 'branch':
      return waysToBranch({ op, factsWhere });
    default:
      return [];
  }
}

function waysToLand({ op, factsWhere }: { op: ActOp; factsWhere: FactsWhere }): Guess[] {
  if (op.external === undefined) return [];
  return landings.map((outcome) => ({
    outcome,
    facts: factsWhere(),
    isTimeout: false,
    // Unless someone guesses otherwise, effects succeed.
    share: outcome === 'done' ? 1 : 0,
  }));
}

function waysToHear({ op, factsWhere }: { op: ListenOp; factsWhere: FactsWhere }): Guess[] {
  const heard = op.events.map(({ outcome, pattern }) => ({
    outcome,
    pattern,
    facts: factsWhere(),
    isTimeout: false,
    share: 1,
  }));
  const held = op.conditions.map(({ outcome, key }) => ({
    outcome,
    facts: factsWhere(key),
    isTimeout: false,
    share: 1,
  }));
  const { timeout } = op;
  const passed =
    timeout === undefined ? [] : [{ outcome: timeout.outcome, facts: factsWhere(), isTimeout: true, share: 1 }];
  return firstOfEach([...heard, ...held, ...passed]);
}

function waysToBranch({ op, factsWhere }: { op: BranchOp; factsWhere: FactsWhere }): Guess[] {
  const arms = op.arms.map(({ outcome, key }) => ({ outcome, facts: factsWhere(key), isTimeout: false, share: 1 }));
  return firstOfEach([...arms, { outcome: op.otherwise, facts: factsWhere(), isTimeout: false, share: 1 }]);
}

/** Several patterns may lead to one outcome; its share is given once. */
function firstOfEach(guesses: readonly Guess[]): Guess[] {
  return guesses.filter(({ outcome }, index) => guesses.findIndex((other) => other.outcome === outcome) === index);
}

function weigh(given: { guesses: readonly Guess[]; shares: Readonly<Record<string, number>> | undefined }): Weighted {
  const { guesses, shares } = given;
  const isGuessed = guesses.some(({ outcome }) => (shares?.[outcome] ?? 0) > 0);
  let sum = 0;
  const sums = guesses.map(({ outcome, share }) => {
    sum += isGuessed ? (shares?.[outcome] ?? 0) : share;
    return sum;
  });
  return { guesses, sums };
}
