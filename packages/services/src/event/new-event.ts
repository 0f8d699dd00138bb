import type { EventName } from '@sodate/journey/event/event';
import type { EnrollmentId, HandoffId, Id, JourneyId, LeadId, MailId, NodeId, VisitorId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import type { Instant } from '@sodate/journey/time/instant';

/** A page, form, link target or custom name before it is interned: `key` as `thing.key` describes it. */
export interface NewThing {
  readonly kind: 'page' | 'form' | 'link' | 'custom';
  readonly key: string;
  readonly path?: string;
  readonly title?: string;
}

/** What an event tells, whoever it is about. */
export interface EventFacts {
  readonly name: EventName;
  /** Left out: now. Later than now: taken as now. */
  readonly occurredAt?: Instant;
  /** Makes repeats harmless: an event whose id is known already is dropped. */
  readonly messageId?: string;
  readonly thing?: NewThing;
  /** Where the visit came from: utm_source, or the referrer's host. */
  readonly source?: string;
  readonly properties?: JsonObject;
}

/** One fact of a known lead, on its way to becoming an event. */
export interface NewEvent extends EventFacts {
  readonly lead: LeadId;
  /** The browser it came from; left out: the lead's own visitor row. */
  readonly visitor?: VisitorId;
  readonly mail?: MailId;
  readonly sentMail?: Id<'sent-mail'>;
  readonly handoff?: HandoffId;
  readonly journey?: JourneyId;
  readonly enrollment?: EnrollmentId;
  readonly node?: NodeId;
  readonly visit?: number;
  readonly outcome?: string;
  readonly points?: number;
  readonly category?: string;
}

/** One act of a visitor whom nobody knows yet. */
export interface NewVisitorEvent extends EventFacts {
  readonly visitor: VisitorId;
}
