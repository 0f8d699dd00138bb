import type { Answer } from '@sodate/journey/condition/condition';
import { evaluateCondition } from '@sodate/journey/condition/evaluate-condition';
import { asId, type ConditionKey } from '@sodate/journey/id';
import { enter } from '@sodate/journey/interpret/enter';
import { hop } from '@sodate/journey/interpret/hop';
import { opOf } from '@sodate/journey/interpret/op-of';
import type { Facts, Happened, Hopped, PassageState, StepRecord } from '@sodate/journey/interpret/passage';
import { LeadMemory } from '@sodate/journey/simulate/lead-memory';
import type { Instant } from '@sodate/journey/time/instant';
import { type ArbitraryRun, changesOf } from './arbitrary-plan.ts';

const enrollment = asId<'enrollment'>('e1');
const noRules = { revision: 0, windowDays: 14, hotAt: 60, rules: [] };

export interface Polled {
  readonly steps: readonly StepRecord[];
  readonly state: PassageState;
  readonly stuck: boolean;
}

/** What one look at a passage needs to know. */
interface Poll {
  readonly run: ArbitraryRun;
  readonly memory: LeadMemory;
  readonly state: PassageState;
  readonly now: Instant;
}

/**
 * The plainest host there can be: it looks after everything that happens and at every deadline, and asks all
 * conditions of the plan each time. What the others leave out to be fast must change nothing.
 */
export function pollPassage(run: ArbitraryRun): Polled {
  const { plan, lead } = run;
  const memory = new LeadMemory({ ...lead, enrollment });
  const before = lead.happenings.filter(({ at }) => at <= lead.enterAt);
  const coming = lead.happenings.slice(before.length);
  for (const happening of before) memory.happen(happening);
  const [entry] = plan.entries;
  if (entry === undefined) throw new Error('a plan without entry');
  const facts: Facts = { answers: {}, calendars: {}, leadZone: null, lastEvent: memory.lastEvent };
  const first = enter({ plan, entry, enrollment, facts, now: lead.enterAt, event: null });
  const steps = [first.step];
  let { state } = first;
  let now: Instant | undefined = lead.enterAt;
  while (now !== undefined) {
    const settled = settle({ run, memory, state, now });
    steps.push(...settled.steps);
    state = settled.state;
    if (settled.stuck || state.phase === 'ended') return { steps, state, stuck: settled.stuck };
    now = nextMoment({ until: state.until, next: coming[0]?.at });
    if (now !== undefined && coming[0]?.at === now)
      for (const happening of coming.splice(0, 1)) memory.happen(happening);
  }
  return { steps, state, stuck: false };
}

function nextMoment({ until, next }: { until: Instant | null; next: Instant | undefined }): Instant | undefined {
  if (next === undefined) return until ?? undefined;
  return until === null || next <= until ? next : until;
}

/** Hops until the passage rests. */
function settle(poll: Poll): Polled {
  const steps: StepRecord[] = [];
  let { state } = poll;
  for (;;) {
    const result = pollOnce({ ...poll, state });
    if (result.kind !== 'hopped') return { steps, state, stuck: result.kind === 'stuck' };
    steps.push(result.step);
    state = result.state;
  }
}

function pollOnce(poll: Poll): Hopped {
  const { run, memory, state, now } = poll;
  const landing = run.lead.landings[state.op]?.[state.visit - 1] ?? 'done';
  const happened: Happened =
    state.phase === 'acting'
      ? { kind: 'landed', outcome: landing }
      : { kind: 'looked', events: memory.eventsAfter(state.arrivedEvent) };
  const result = hop({ plan: run.plan, state, happened, facts: factsAt(poll), now });
  const changes = result.kind === 'hopped' && result.effect !== null ? changesOf(result.effect) : [];
  for (const change of changes) memory.change({ change, at: now, cause: { enrollment } });
  return result;
}

function factsAt({ run: { plan, lead }, memory, state, now }: Poll): Facts {
  const at = { node: opOf({ plan, id: state.op }).node, visit: state.visit };
  const { events, attributes, stage, consents } = memory;
  const known = { events, attributes, stage, consents, journeys: {}, rules: noRules, calendars: {}, zone: plan.zone };
  const facts = { ...known, now, realNow: now, passage: { enrollment, enteredAt: lead.enterAt, at } };
  const answers: Record<ConditionKey, Answer> = {};
  for (const [key, condition] of Object.entries(plan.conditions)) {
    answers[asId<'condition'>(key)] = evaluateCondition({ condition, facts });
  }
  return { answers, calendars: {}, leadZone: null, lastEvent: memory.lastEvent };
}
