import type { LeadEvent } from '../event/event.ts';
import type { CalendarId, EnrollmentId, JourneyId, NodeId } from '../id.ts';
import type { JsonObject } from '../json.ts';
import type { ScoreRules } from '../score/score-rule.ts';
import type { Stage } from '../stage.ts';
import type { Instant } from '../time/instant.ts';
import type { Calendar, Zone } from '../time/wait-spec.ts';

/** One lead's values by name; own fields and built-in ones alike. Absent: missing. */
export interface LeadAttributes {
  readonly lead: JsonObject;
  readonly company: JsonObject;
}

/** All that conditions may ask of one lead, in memory. */
export interface LeadFacts {
  readonly attributes: LeadAttributes;
  readonly stage: Stage;
  /** The lead's events in stored order, without those taken back. */
  readonly events: readonly LeadEvent[];
  /** The last word on each topic; absent: never asked. */
  readonly consents: Readonly<Record<string, boolean>>;
  /** Journeys the lead is or was in. */
  readonly journeys: Readonly<Record<JourneyId, 'in' | 'ended'>>;
  readonly rules: ScoreRules;
  readonly calendars: Readonly<Record<CalendarId, Calendar>>;
  /** Whose days windows count in, unless a window names another. */
  readonly zone: Zone;
  /** In the enrollment's own time; business time goes by it. */
  readonly now: Instant;
  /** Real time: windows and scores end here. Differs from `now` only where a test enrollment was fast-forwarded. */
  readonly realNow: Instant;
  /** The passage that asks. Absent: "since entered" means ever, and patterns that name a node match nothing. */
  readonly passage?: {
    readonly enrollment: EnrollmentId;
    readonly enteredAt: Instant;
    /** Where the passage stands: a hand-off pattern of that node means this visit of it. */
    readonly at?: { readonly node: NodeId; readonly visit: number };
  };
}
