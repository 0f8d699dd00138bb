import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { cameFrom } from './came-from.ts';

const line = {
  from: null,
  to: null,
  by: '片山 亮',
  byId: null,
  at: '2026-11-20T05:00:00.000Z',
  undoes: false,
  tookOn: false,
};
const created = { ...line, kind: 'created' } as const;
const given = { ...line, kind: 'assigned', from: '堀 健太', to: '水野 葵' } as const;
const owner = { id: 'mizuno' };

it('is how it came to its new owner, until they have answered', () => {
  const entries = [created, given, { ...line, kind: 'reminded' }] as const;
  expect(cameFrom({ owner, entries, me: 'mizuno' })).toEqual(given);
  const answered = [...entries, { ...line, kind: 'accepted', byId: asId<'user'>('mizuno') }] as const;
  expect(cameFrom({ owner, entries: answered, me: 'mizuno' })).toBeUndefined();
  const undone = [...answered, { ...line, kind: 'undone', byId: asId<'user'>('mizuno') }] as const;
  expect(cameFrom({ owner, entries: undone, me: 'mizuno' })).toEqual(given);
});

it('is none for others, nor of one that nobody had before, or that was given back', () => {
  expect(cameFrom({ owner, entries: [created, given], me: 'katayama' })).toBeUndefined();
  expect(cameFrom({ owner, entries: [created], me: 'mizuno' })).toBeUndefined();
  expect(cameFrom({ owner, entries: [created, { ...given, from: null }], me: 'mizuno' })).toBeUndefined();
  const back = { ...line, kind: 'given-back' } as const;
  expect(cameFrom({ owner, entries: [created, given, back], me: 'mizuno' })).toBeUndefined();
});
