import type { Op, Plan } from '../compile/plan.ts';
import type { Answer, Answers } from '../condition/condition.ts';
import type { ConditionKey, NodeId } from '../id.ts';
import { opOf } from '../interpret/op-of.ts';
import type { Facts, PassageState } from '../interpret/passage.ts';
import type { Instant } from '../time/instant.ts';
import type { Chance } from './chance.ts';
import { type Guesses, GuessTable } from './guess-table.ts';
import { GuessedWorld } from './guessed-world.ts';
import type { Look, World } from './world.ts';

/** Node and visit → the outcome by which the lead shall leave. */
export type Choices = Readonly<Record<string, string>>;

export function choiceKey({ node, visit }: { node: NodeId; visit: number }): string {
  return `${node}/${visit}`;
}

interface Chosen {
  readonly plan: Plan;
  readonly guesses: Guesses;
  readonly calendars: Facts['calendars'];
  readonly choices: Choices;
  /** What holds for a real lead; absent: nothing is known, and what is not chosen is guessed. */
  readonly answers?: Answers;
  /** Mails that would not be sent to the lead. */
  readonly unmailable?: readonly NodeId[];
  readonly chance: Chance;
}

/** A world in which what was chosen happens, what is known is so, and the rest is guessed. */
export class ChosenWorld implements World {
  readonly #given: Chosen;
  readonly #guessed: GuessedWorld;

  constructor(given: Chosen) {
    this.#given = given;
    this.#guessed = this.#worldOf(given.guesses);
  }

  factsToEnter(): Facts {
    return this.#guessed.factsToEnter();
  }

  next(given: { state: PassageState; now: Instant }): Look | undefined {
    const { plan, choices, guesses, unmailable = [] } = this.#given;
    const op = opOf({ plan, id: given.state.op });
    const chosen = choices[choiceKey({ node: op.node, visit: given.state.visit })];
    const outcome = chosen ?? (unmailable.includes(op.node) && op.kind === 'act' ? 'not-sent' : undefined);
    if (outcome !== undefined) return this.#worldOf({ ...guesses, [op.node]: { [outcome]: 1 } }).next(given);
    const look = this.#meets(op) ? this.#lookNow(given.now) : this.#guessed.next(given);
    return look === undefined ? undefined : this.#known({ look, op });
  }

  act(): void {
    // As in the guessed world: facts do not follow from effects here.
  }

  #meets(op: Op): boolean {
    return meets({ op, answers: this.#given.answers });
  }

  #lookNow(at: Instant): Look {
    return { at, happened: { kind: 'looked', events: [] }, facts: this.factsToEnter() };
  }

  /** A real lead's exits and goals hold as they hold now, and so do the conditions of a branch, or of a wait that they end. */
  #known({ look, op }: { look: Look; op: Op }): Look {
    const { plan, answers } = this.#given;
    if (answers === undefined) return look;
    const everywhere = [...plan.exits, ...plan.goals].map(({ key }) => key);
    const known = op.kind === 'branch' || this.#meets(op) ? answers : pick({ answers, keys: everywhere });
    return { ...look, facts: { ...look.facts, answers: { ...look.facts.answers, ...known } } };
  }

  #worldOf(guesses: Guesses): GuessedWorld {
    const { plan, calendars, chance } = this.#given;
    const world = new GuessedWorld({ plan, table: new GuessTable({ plan, guesses, calendars }) });
    world.begin(chance);
    return world;
  }
}

function pick({ answers, keys }: { answers: Answers; keys: readonly ConditionKey[] }): Answers {
  const found: Record<ConditionKey, Answer> = {};
  for (const key of keys) {
    const answer = answers[key];
    if (answer !== undefined) found[key] = answer;
  }
  return found;
}

/** Waits for what holds already: the real lead does not wait. What does not hold yet may come to hold, and is guessed. */
function meets({ op, answers }: { op: Op; answers: Answers | undefined }): boolean {
  return op.kind === 'listen' && op.conditions.some(({ key }) => answers?.[key]?.holds === true);
}

/** Whether what is known of a real lead says how it leaves an op, so that nothing is guessed there. */
export function isKnown({
  op,
  answers,
  unmailable = [],
}: {
  op: Op;
  answers?: Answers;
  unmailable?: readonly NodeId[];
}): boolean {
  if (op.kind === 'act') return unmailable.includes(op.node);
  return answers !== undefined && (op.kind === 'branch' || meets({ op, answers }));
}
