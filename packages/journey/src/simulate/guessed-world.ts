import type { ListenOp, Plan } from '../compile/plan.ts';
import { asId } from '../id.ts';
import { opOf } from '../interpret/op-of.ts';
import type { Facts, Happened, PassageState } from '../interpret/passage.ts';
import { asInstant, type Instant } from '../time/instant.ts';
import { addOpenTime, isOpenAt } from '../time/open-time.ts';
import type { Chance } from './chance.ts';
import type { Guess, GuessTable } from './guess-table.ts';
import { inventEvent } from './invent-event.ts';
import type { Look, World } from './world.ts';

const nothing: Happened = { kind: 'looked', events: [] };
const landed = {
  done: { kind: 'landed', outcome: 'done' },
  failed: { kind: 'landed', outcome: 'failed' },
  'not-sent': { kind: 'landed', outcome: 'not-sent' },
} as const satisfies Record<string, Happened>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
// People react early: a fraction of the time there is, exponential, on average about a quarter of it.
const haste = 4;
const furthest = 1 - Math.exp(-haste);

/** A world that makes things happen by chance, in the proportions guessed. Exits and everywhere-goals never hold. */
export class GuessedWorld implements World {
  readonly #plan: Plan;
  readonly #table: GuessTable;
  #chance: Chance = () => 0;

  constructor({ plan, table }: { plan: Plan; table: GuessTable }) {
    this.#plan = plan;
    this.#table = table;
  }

  /** Each lead has a chance of its own, so that the order of leads changes nothing. */
  begin(chance: Chance): void {
    this.#chance = chance;
  }

  factsToEnter(): Facts {
    return this.#table.plain;
  }

  next({ state, now }: { state: PassageState; now: Instant }): Look | undefined {
    const op = opOf({ plan: this.#plan, id: state.op });
    switch (op.kind) {
      case 'wait':
        return state.until === null ? undefined : this.#look(state.until);
      case 'listen':
        return this.#hear({ op, state, now });
      case 'act': {
        if (op.external === undefined) return this.#look(now);
        const outcome = this.#table.draw({ op, chance: this.#chance })?.outcome;
        return { at: now, happened: landed[outcome as keyof typeof landed] ?? landed.done, facts: this.#table.plain };
      }
      case 'branch': {
        const facts = this.#table.draw({ op, chance: this.#chance })?.facts ?? this.#table.plain;
        return { at: now, happened: nothing, facts };
      }
      default:
        return this.#look(now);
    }
  }

  act(): void {
    // Inline effects change facts, and the facts here are guessed.
  }

  #look(at: Instant): Look {
    return { at, happened: nothing, facts: this.#table.plain };
  }

  #hear({ op, state, now }: { op: ListenOp; state: PassageState; now: Instant }): Look | undefined {
    const guess = this.#table.draw({ op, chance: this.#chance });
    if (guess === undefined) return undefined;
    if (guess.isTimeout) return state.until === null ? undefined : this.#look(state.until);
    const span = state.until === null ? dayMs : state.until - now;
    const at = asInstant(now - (Math.log(1 - this.#chance() * furthest) / haste) * Math.max(span, 0));
    const heardAt = this.#atWork({ guess, at, until: state.until });
    return { at: heardAt, happened: this.#happening({ guess, op, state, at: heardAt }), facts: guess.facts };
  }

  /** People in sales answer while they work, by the hand-off's calendar: nobody closes a deal at night. */
  #atWork({ guess: { pattern }, at, until }: { guess: Guess; at: Instant; until: Instant | null }): Instant {
    if (pattern?.kind !== 'handoff') return at;
    const handOff = this.#plan.ops[asId<'op'>(pattern.node)];
    const named = handOff?.kind === 'act' ? handOff.config.calendar : undefined;
    const calendar = typeof named === 'string' ? this.#table.plain.calendars[asId<'calendar'>(named)] : undefined;
    if (calendar === undefined || isOpenAt({ calendar, at })) return at;
    const duration = { amount: Math.floor((at % hourMs) / minuteMs), unit: 'minutes' } as const;
    const open = addOpenTime({ calendar, from: at, duration });
    return until !== null && open > until ? at : open;
  }

  #happening(given: { guess: Guess; op: ListenOp; state: PassageState; at: Instant }): Happened {
    const { guess, op, state, at } = given;
    const { pattern } = guess;
    if (pattern === undefined) return nothing;
    const isElsewhere = pattern.kind === 'handoff' && pattern.node !== op.node;
    const visit = isElsewhere ? (state.visits[pattern.node] ?? 1) : state.visit;
    return { kind: 'looked', events: [inventEvent({ pattern, enrollment: state.enrollment, visit, at })] };
  }
}
