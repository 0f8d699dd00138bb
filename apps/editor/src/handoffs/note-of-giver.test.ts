import { expect, it } from 'vitest';
import { noteOfGiver } from './note-of-giver.ts';

const line = {
  from: null,
  to: null,
  by: '片山 亮',
  note: null,
  at: '2026-11-20T05:00:00.000Z',
  undoes: false,
  tookOn: false,
};
const created = { ...line, kind: 'created' } as const;
const given = { ...line, kind: 'assigned', to: '水野 葵', note: '午前中に電話してください' } as const;
const owner = { id: 'mizuno' };

it('is what the manager wrote to who has it now, past all that was done since', () => {
  const entries = [
    created,
    given,
    { ...line, kind: 'overdue' },
    { ...line, kind: 'note', note: '留守でした' },
  ] as const;
  expect(noteOfGiver({ state: 'open', owner, entries })).toEqual(given);
  expect(noteOfGiver({ state: 'accepted', owner, entries })).toEqual(given);
});

it('is the one before it again once the giving to another was taken back', () => {
  const slip = { ...given, to: '森 あかり', note: '急ぎで' };
  const entries = [created, given, slip, { ...slip, from: '森 あかり', to: '水野 葵', note: null, undoes: true }];
  expect(noteOfGiver({ state: 'open', owner, entries })).toEqual(given);
});

it.each([
  ['given on without a note', 'open', owner, [given, { ...given, note: null }]],
  ['given back', 'open', null, [given, { ...line, kind: 'given-back', note: '別の担当です' }]],
  ['done', 'won', owner, [given]],
  ['its first owner’s', 'open', owner, [created]],
] as const)('is none once it is %s', (...[, state, whose, entries]) => {
  expect(noteOfGiver({ state, owner: whose, entries })).toBeUndefined();
});
