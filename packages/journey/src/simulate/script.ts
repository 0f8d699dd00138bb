import type { ActOp } from '../compile/plan.ts';
import type { LeadAttributes } from '../condition/lead-facts.ts';
import type { LeadEvent } from '../event/event.ts';
import type { Change } from '../graph/node-contract.ts';
import type { CalendarId, EnrollmentId, JourneyId, NodeId, OpId } from '../id.ts';
import type { ScoreRules } from '../score/score-rule.ts';
import type { Stage } from '../stage.ts';
import type { Instant, Milliseconds } from '../time/instant.ts';
import type { Calendar, Zone } from '../time/wait-spec.ts';

/** Something that happened to a lead, at a known time. A change stores its event as the product does. */
export type Happening =
  | { readonly kind: 'event'; readonly at: Instant; readonly event: ScriptedEvent }
  | { readonly kind: 'change'; readonly at: Instant; readonly change: Change }
  | { readonly kind: 'consent'; readonly at: Instant; readonly topic: string; readonly given: boolean };

/** Ids and storing times follow from the script's order. `occurredAt` absent: as it was stored. */
export type ScriptedEvent = Omit<LeadEvent, 'id' | 'storedAt' | 'occurredAt'> & { readonly occurredAt?: Instant };

/** What an external effect came to, by op: the first visit's, the second's… 'done' where the list ends. */
export type Landings = Readonly<Record<OpId, readonly ('done' | 'failed' | 'not-sent')[]>>;

/** One lead with everything that happened to it: a scripted test, or a real history to try a journey on. */
export interface ScriptedLead {
  readonly enrollment: EnrollmentId;
  /** The trigger that lets it in, and when. What happened up to then lies before the passage. */
  readonly entry: NodeId;
  readonly enterAt: Instant;
  readonly attributes: LeadAttributes;
  readonly stage: Stage;
  readonly consents: Readonly<Record<string, boolean>>;
  readonly journeys: Readonly<Record<JourneyId, 'in' | 'ended'>>;
  readonly zone: Zone | null;
  /** In order of time. */
  readonly happenings: readonly Happening[];
  readonly landings: Landings;
}

/** What is the same for all leads. */
export interface Surrounding {
  readonly rules: ScoreRules;
  readonly calendars: Readonly<Record<CalendarId, Calendar>>;
  /** What an inline effect changes; nothing where absent. */
  readonly changesOf?: (act: { readonly op: ActOp; readonly now: Instant }) => readonly Change[];
  /** How often conditions that come true by time alone are looked at; 15 minutes unless set. */
  readonly sweepEveryMs?: Milliseconds;
}

/** A lead to which nothing happens: a script begins from here. */
export const blankLead: Omit<ScriptedLead, 'enrollment' | 'entry' | 'enterAt'> = {
  attributes: { lead: {}, company: {} },
  stage: 'lead',
  consents: {},
  journeys: {},
  zone: null,
  happenings: [],
  landings: {},
};
