import type { EnrollmentId, HandoffId, JourneyId, MailId, NodeId } from '../id.ts';
import type { JsonObject } from '../json.ts';
import type { Instant } from '../time/instant.ts';

/** The names of events; noun, then past verb. Anything a site or system sends besides is `custom` with a name. */
export const eventNames = [
  'page-viewed',
  'form-submitted',
  'visitor-identified',
  'lead-created',
  'lead-merged',
  'attribute-changed',
  'stage-changed',
  'points-given',
  'consent-given',
  'consent-withdrawn',
  'mail-sent',
  'mail-opened',
  'mail-clicked',
  'mail-bounced',
  'mail-withheld',
  'handoff-created',
  'handoff-accepted',
  'handoff-rejected',
  'handoff-overdue',
  'handoff-closed',
  'journey-entered',
  'journey-ended',
  'custom',
] as const;

export type EventName = (typeof eventNames)[number];

/** Stored order of events; a PostgreSQL bigint, well below 2^53. */
export type EventId = number;

/** An event as the interpreter and the evaluators see it: no personal data beyond what patterns match on. */
export interface LeadEvent {
  readonly id: EventId;
  readonly name: EventName;
  readonly storedAt: Instant;
  readonly occurredAt: Instant;
  /** page-viewed: the page. mail-clicked: the link's target. */
  readonly url?: string;
  /** form-submitted: the form's id as marked on the page. custom: the event's name. */
  readonly thing?: string;
  /** custom and page-viewed: where the visit came from (utm_source, or the referrer's host). */
  readonly source?: string;
  readonly mail?: MailId;
  readonly handoff?: HandoffId;
  readonly journey?: JourneyId;
  /** The passage that caused it (mails, hand-offs, points). */
  readonly enrollment?: EnrollmentId;
  readonly node?: NodeId;
  readonly visit?: number;
  /** handoff-closed: the outcome (opportunity, won, lost…). mail-withheld: why. */
  readonly outcome?: string;
  /** points-given: how many, and in which category of the score. */
  readonly points?: number;
  readonly category?: string;
  readonly properties: JsonObject;
}
