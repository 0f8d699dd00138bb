import type { EnrollmentId } from '../id.ts';
import type { LeadEvent } from './event.ts';
import type { EventPattern, HandoffOutcome } from './event-pattern.ts';
import { matchesUrl } from './matches-url.ts';

interface Matched {
  readonly pattern: EventPattern;
  readonly event: LeadEvent;
  /** The passage that asks: patterns that name a node mean what that node did in it. Absent: they match nothing. */
  readonly enrollment?: EnrollmentId | undefined;
  /** The present visit of the node that a hand-off pattern names. Absent: any visit. */
  readonly visit?: number | undefined;
}

const mailEvents = {
  sent: 'mail-sent',
  opened: 'mail-opened',
  clicked: 'mail-clicked',
  bounced: 'mail-bounced',
} as const;

export function matchesPattern({ pattern, event, enrollment, visit }: Matched): boolean {
  switch (pattern.kind) {
    case 'page':
      return event.name === 'page-viewed' && fitsUrl(pattern.url, event) && fits(pattern.source, event.source);
    case 'form':
      return event.name === 'form-submitted' && fits(pattern.form, event.thing);
    case 'mail':
      return (
        event.name === mailEvents[pattern.reaction] &&
        (pattern.node === undefined || isOwn({ node: pattern.node, event, enrollment })) &&
        fits(pattern.mail, event.mail) &&
        fitsUrl(pattern.link, event)
      );
    case 'handoff':
      return (
        hasOutcome(pattern.outcome, event) &&
        isOwn({ node: pattern.node, event, enrollment }) &&
        (visit === undefined || event.visit === visit)
      );
    case 'custom':
      return event.name === 'custom' && event.thing === pattern.name;
    default:
      return pattern satisfies never;
  }
}

/** Whether a hand-off event tells of this outcome. */
export function hasOutcome(outcome: HandoffOutcome, event: LeadEvent): boolean {
  switch (outcome) {
    case 'accepted':
      return event.name === 'handoff-accepted';
    case 'rejected':
      return event.name === 'handoff-rejected';
    case 'overdue':
      return event.name === 'handoff-overdue';
    default:
      return event.name === 'handoff-closed' && event.outcome === outcome;
  }
}

function fits(wanted: string | undefined, given: string | undefined): boolean {
  return wanted === undefined || wanted === given;
}

function fitsUrl(wanted: Parameters<typeof matchesUrl>[0]['pattern'] | undefined, event: LeadEvent): boolean {
  return wanted === undefined || (event.url !== undefined && matchesUrl({ pattern: wanted, url: event.url }));
}

function isOwn({
  node,
  event,
  enrollment,
}: {
  node: string;
  event: LeadEvent;
  enrollment: string | undefined;
}): boolean {
  return enrollment !== undefined && event.enrollment === enrollment && event.node === node;
}
