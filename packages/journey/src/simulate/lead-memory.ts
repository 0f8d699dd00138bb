import type { LeadAttributes } from '../condition/lead-facts.ts';
import type { LeadEvent } from '../event/event.ts';
import type { Change } from '../graph/node-contract.ts';
import type { Stage } from '../stage.ts';
import type { Instant } from '../time/instant.ts';
import { unreachable } from '../unreachable.ts';
import type { Happening, ScriptedEvent, ScriptedLead } from './script.ts';

/** One lead's facts as they are at a moment of its script: things happen to it one after another. */
export class LeadMemory {
  readonly events: LeadEvent[] = [];
  attributes: LeadAttributes;
  stage: Stage;
  consents: Readonly<Record<string, boolean>>;

  constructor(lead: ScriptedLead) {
    this.attributes = lead.attributes;
    this.stage = lead.stage;
    this.consents = lead.consents;
  }

  get lastEvent(): number {
    return this.events.length;
  }

  /** Ids count from 1, so that the events after an id are those from its place on. */
  eventsAfter(id: number): readonly LeadEvent[] {
    return this.events.slice(id);
  }

  happen(happening: Happening): LeadEvent {
    const { at } = happening;
    switch (happening.kind) {
      case 'event':
        return this.#store({ event: happening.event, at });
      case 'consent':
        this.consents = { ...this.consents, [happening.topic]: happening.given };
        return this.#store({
          event: { name: happening.given ? 'consent-given' : 'consent-withdrawn', properties: {} },
          at,
        });
      case 'change':
        return this.change({ change: happening.change, at, cause: {} });
      default:
        return unreachable(happening);
    }
  }

  /** Applies a change of facts and stores its event; `cause` says which passage and node made it. */
  change({ change, at, cause }: { change: Change; at: Instant; cause: Partial<ScriptedEvent> }): LeadEvent {
    const base = { ...cause, properties: {} };
    switch (change.kind) {
      case 'set-attribute':
        this.attributes = {
          ...this.attributes,
          [change.of]: { ...this.attributes[change.of], [change.attribute]: change.value },
        };
        return this.#store({ event: { ...base, name: 'attribute-changed' }, at });
      case 'give-points': {
        const category = change.category === undefined ? {} : { category: change.category };
        return this.#store({ event: { ...base, name: 'points-given', points: change.points, ...category }, at });
      }
      case 'change-stage':
        this.stage = change.stage;
        return this.#store({ event: { ...base, name: 'stage-changed' }, at });
      case 'create-handoff':
        return this.#store({ event: { ...base, name: 'handoff-created' }, at });
      default:
        return unreachable(change);
    }
  }

  #store({ event, at }: { event: ScriptedEvent; at: Instant }): LeadEvent {
    const stored: LeadEvent = { occurredAt: at, ...event, id: this.events.length + 1, storedAt: at };
    this.events.push(stored);
    return stored;
  }
}
