import type { EventName } from '@sodate/journey/event/event';

export const timelineKinds = ['page', 'mail', 'form', 'event', 'sales', 'journey', 'change'] as const;

export type TimelineKind = (typeof timelineKinds)[number];

/** Under which filter of the history each event stands. */
export const kindOfEvent: Readonly<Record<EventName, TimelineKind>> = {
  'page-viewed': 'page',
  'form-submitted': 'form',
  custom: 'event',
  'mail-sent': 'mail',
  'mail-opened': 'mail',
  'mail-clicked': 'mail',
  'mail-bounced': 'mail',
  'mail-withheld': 'mail',
  'handoff-created': 'sales',
  'handoff-accepted': 'sales',
  'handoff-rejected': 'sales',
  'handoff-overdue': 'sales',
  'handoff-closed': 'sales',
  'stage-changed': 'sales',
  'journey-entered': 'journey',
  'journey-ended': 'journey',
  'visitor-identified': 'change',
  'lead-created': 'change',
  'lead-merged': 'change',
  'attribute-changed': 'change',
  'points-given': 'change',
  'consent-given': 'change',
  'consent-withdrawn': 'change',
};

export function eventNamesOf(kind: TimelineKind): readonly EventName[] {
  return (Object.keys(kindOfEvent) as EventName[]).filter((name) => kindOfEvent[name] === kind);
}
