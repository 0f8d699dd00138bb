import { expect, it } from 'vitest';
import { lastSaid } from './last-said.ts';

type Entry = Parameters<typeof lastSaid>[0][number];

const line = (kind: Entry['kind'], note: string | null = null): Entry => ({
  id: `${kind} ${note}`,
  kind,
  by: null,
  byId: null,
  to: null,
  from: null,
  undoes: false,
  tookOn: false,
  told: [],
  stage: null,
  reason: null,
  note,
  contact: null,
  at: '2026-11-27T01:00:00Z',
});

it('has the contacts and the notes, the latest first, without what was taken back', () => {
  const log = [
    line('created'),
    line('accepted'),
    line('absent'),
    line('reached', '見積を希望'),
    line('contact-set'),
    line('lost'),
    line('undone'),
    line('note', '担当は来週から'),
  ];
  expect(lastSaid(log).map(({ kind }) => kind)).toEqual(['note', 'reached', 'absent']);
});
