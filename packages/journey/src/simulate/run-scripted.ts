import type { Plan } from '../compile/plan.ts';
import type { StepRecord } from '../interpret/passage.ts';
import type { Instant } from '../time/instant.ts';
import { type Ran, runPassage } from './run-passage.ts';
import type { ScriptedLead, Surrounding } from './script.ts';
import { ScriptedWorld } from './scripted-world.ts';

interface RunScripted {
  readonly plan: Plan;
  readonly lead: ScriptedLead;
  readonly surrounding: Surrounding;
  readonly until: Instant;
  readonly onStep: (step: StepRecord) => void;
}

/** @throws Error where the plan has no trigger of the lead's entry. */
export function runScripted({ plan, lead, surrounding, until, onStep }: RunScripted): Ran {
  const entry = plan.entries.find(({ node }) => node === lead.entry);
  if (entry === undefined) throw new Error(`the plan has no trigger ${lead.entry}`);
  const world = new ScriptedWorld({ plan, lead, surrounding });
  const event = entry.trigger.kind === 'event' && world.lastEvent > 0 ? world.lastEvent : null;
  const { enrollment, enterAt } = lead;
  return runPassage({ plan, entry, enrollment, world, enterAt, event, until, onStep });
}
