import type { TimelineEvent } from '../lead/read-timeline.ts';

/** What tests take for a form that was sent: change what they are about. */
export const documentRequest: TimelineEvent = {
  id: 7,
  name: 'form-submitted',
  kind: 'form',
  at: '2026-11-23T00:00:00.000Z',
  thing: { key: 'document-request', title: '資料請求' },
  source: null,
  mail: null,
  sentMail: null,
  journey: null,
  enrollment: null,
  handoff: null,
  outcome: null,
  points: 20,
  retracted: false,
  restored: false,
  properties: {},
};
