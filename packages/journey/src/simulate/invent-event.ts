import type { LeadEvent } from '../event/event.ts';
import type { EventPattern, UrlPattern } from '../event/event-pattern.ts';
import { asId, type EnrollmentId } from '../id.ts';
import type { Instant } from '../time/instant.ts';

interface Invented {
  readonly pattern: EventPattern;
  readonly enrollment: EnrollmentId;
  /** The visit that a hand-off pattern means. */
  readonly visit: number;
  readonly at: Instant;
}

const mailEvents = {
  sent: 'mail-sent',
  opened: 'mail-opened',
  clicked: 'mail-clicked',
  bounced: 'mail-bounced',
} as const;

/** An event that fits the pattern: the plainest one. Its id comes after all before it (0). */
export function inventEvent({ pattern, enrollment, visit, at }: Invented): LeadEvent {
  const base = { id: 1, storedAt: at, occurredAt: at, properties: {} };
  switch (pattern.kind) {
    case 'page':
      return { ...base, name: 'page-viewed', ...urlOf(pattern.url), ...optional('source', pattern.source) };
    case 'form':
      return { ...base, name: 'form-submitted', ...optional('thing', pattern.form) };
    case 'mail':
      return {
        ...base,
        name: mailEvents[pattern.reaction],
        enrollment,
        ...optional('node', pattern.node),
        ...optional('mail', pattern.mail),
        ...urlOf(pattern.link),
      };
    case 'handoff':
      return { ...base, enrollment, node: pattern.node, visit, ...handoffEvent(pattern.outcome) };
    case 'custom':
      return { ...base, name: 'custom', thing: asId(pattern.name) };
    default:
      return pattern satisfies never;
  }
}

function handoffEvent(
  outcome: Extract<EventPattern, { kind: 'handoff' }>['outcome'],
): Pick<LeadEvent, 'name' | 'outcome'> {
  switch (outcome) {
    case 'accepted':
    case 'rejected':
    case 'overdue':
      return { name: `handoff-${outcome}` };
    default:
      return { name: 'handoff-closed', outcome };
  }
}

/** A pattern fits itself, its stars standing for nothing or for themselves. */
function urlOf(pattern: UrlPattern | undefined): { url?: string } {
  return pattern === undefined ? {} : { url: pattern.value };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}
