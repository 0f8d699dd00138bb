import type { ActOp, Entry, Op, Plan } from '../compile/plan.ts';
import { changesByTime } from '../condition/changes-by-time.ts';
import type { Answer } from '../condition/condition.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import type { ConditionKey } from '../id.ts';
import { asks } from '../interpret/asks.ts';
import { looksAgain } from '../interpret/looks-again.ts';
import { opOf } from '../interpret/op-of.ts';
import type { Facts, PassageState } from '../interpret/passage.ts';
import { wakes } from '../interpret/wakes.ts';
import { asInstant, type Instant } from '../time/instant.ts';
import { LeadMemory } from './lead-memory.ts';
import type { ScriptedLead, Surrounding } from './script.ts';
import type { Look, World } from './world.ts';

const sweepMs = 15 * 60_000;

interface Scripted {
  readonly plan: Plan;
  readonly lead: ScriptedLead;
  readonly surrounding: Surrounding;
}

/** A world in which exactly the script happens, and conditions are evaluated on the facts of the moment. */
export class ScriptedWorld implements World {
  readonly #given: Scripted;
  readonly #memory: LeadMemory;
  /** How much of the script has happened. */
  #done = 0;

  constructor(given: Scripted) {
    this.#given = given;
    this.#memory = new LeadMemory(given.lead);
    for (const happening of given.lead.happenings) {
      if (happening.at > given.lead.enterAt) break;
      this.#memory.happen(happening);
      this.#done++;
    }
  }

  /** The last event before the passage; 0 where there is none. */
  get lastEvent(): number {
    return this.#memory.lastEvent;
  }

  factsToEnter(_entering: { entry: Entry; now: Instant }): Facts {
    return this.#facts({ keys: [], leadFacts: undefined });
  }

  next({ state, now, hopped }: Parameters<World['next']>[0]): Look | undefined {
    const { plan } = this.#given;
    const op = opOf({ plan, id: state.op });
    if (state.phase === 'acting') return this.#land({ op, state, now });
    if (hopped !== undefined && looksAgain({ plan, hopped, now })) return this.#look({ state, at: now });
    const at = this.#nextWake({ state, op, now });
    return at === undefined ? undefined : this.#look({ state, at });
  }

  act({ op, before, now }: { op: ActOp; before: PassageState; now: Instant }): void {
    const cause = { enrollment: before.enrollment, node: op.node, visit: before.visit };
    for (const change of this.#given.surrounding.changesOf?.({ op, now }) ?? []) {
      this.#memory.change({ change, at: now, cause });
    }
  }

  /** Lets the script happen until something wakes the lead. An event at the deadline comes before it. */
  #nextWake({ state, op, now }: { state: PassageState; op: Op; now: Instant }): Instant | undefined {
    const { plan, lead } = this.#given;
    const timeWakes = Math.min(state.until ?? Number.POSITIVE_INFINITY, this.#nextSweep({ op, now }));
    for (;;) {
      const happening = lead.happenings[this.#done];
      if (happening === undefined || happening.at > timeWakes) break;
      this.#done++;
      if (wakes({ plan, state, event: this.#memory.happen(happening) })) return happening.at;
    }
    return Number.isFinite(timeWakes) ? asInstant(timeWakes) : undefined;
  }

  #nextSweep({ op, now }: { op: Op; now: Instant }): number {
    const { plan, surrounding } = this.#given;
    const waited = op.kind === 'listen' ? op.conditions : [];
    const isSwept = [...plan.exits, ...plan.goals, ...waited].some(({ key }) => {
      const condition = plan.conditions[key];
      return condition !== undefined && changesByTime(condition);
    });
    const every = surrounding.sweepEveryMs ?? sweepMs;
    return isSwept ? (Math.floor(now / every) + 1) * every : Number.POSITIVE_INFINITY;
  }

  #look({ state, at }: { state: PassageState; at: Instant }): Look {
    const happened = { kind: 'looked', events: this.#memory.eventsAfter(state.arrivedEvent) } as const;
    return { at, happened, facts: this.#factsFor({ state, at }) };
  }

  #land({ op, state, now }: { op: Op; state: PassageState; now: Instant }): Look {
    const outcome = this.#given.lead.landings[op.id]?.[state.visit - 1] ?? 'done';
    return { at: now, happened: { kind: 'landed', outcome }, facts: this.#factsFor({ state, at: now }) };
  }

  #factsFor({ state, at }: { state: PassageState; at: Instant }): Facts {
    const { plan, lead, surrounding } = this.#given;
    const { events, attributes, stage, consents } = this.#memory;
    const { node } = opOf({ plan, id: state.op });
    const leadFacts: LeadFacts = {
      events,
      attributes,
      stage,
      consents,
      journeys: lead.journeys,
      rules: surrounding.rules,
      calendars: surrounding.calendars,
      zone: plan.zone,
      now: at,
      realNow: at,
      passage: { enrollment: state.enrollment, enteredAt: lead.enterAt, at: { node, visit: state.visit } },
    };
    return this.#facts({ keys: asks({ plan, state }).conditions, leadFacts });
  }

  #facts({ keys, leadFacts }: { keys: readonly ConditionKey[]; leadFacts: LeadFacts | undefined }): Facts {
    const { plan, lead, surrounding } = this.#given;
    const answers: Record<ConditionKey, Answer> = {};
    for (const key of keys) {
      const condition = plan.conditions[key];
      if (condition !== undefined && leadFacts !== undefined)
        answers[key] = evaluateCondition({ condition, facts: leadFacts });
    }
    return { answers, calendars: surrounding.calendars, leadZone: lead.zone, lastEvent: this.#memory.lastEvent };
  }
}
