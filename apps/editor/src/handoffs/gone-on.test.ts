import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { goneOn } from './gone-on.ts';

const to = { id: asId<'node'>('later'), type: 'wait', title: { ja: '1か月待つ', en: 'Wait a month' } };
const onward = { kind: 'gone-on', to } as const;
const made = [{ kind: 'created' }] as const;
const takenBack = [...made, { kind: 'accepted' }, { kind: 'met' }, { kind: 'undone' }, { kind: 'note' }] as const;

it('says where the journey is that an open hand-off waits for in vain', () => {
  expect(goneOn({ state: 'open', entries: takenBack, journeyNow: onward })).toEqual(onward);
  expect(goneOn({ state: 'open', entries: [...made, { kind: 'overdue' }], journeyNow: { kind: 'ended' } })).toEqual({
    kind: 'ended',
  });
  expect(goneOn({ state: 'accepted', entries: takenBack, journeyNow: onward })).toEqual(onward);
});

it('says nothing where the journey waits, went on with the answer, or is no matter any more', () => {
  expect(goneOn({ state: 'open', entries: made, journeyNow: { kind: 'waits', hears: [] } })).toBeUndefined();
  expect(goneOn({ state: 'open', entries: made, journeyNow: null })).toBeUndefined();
  expect(goneOn({ state: 'accepted', entries: [...made, { kind: 'accepted' }], journeyNow: onward })).toBeUndefined();
  expect(goneOn({ state: 'won', entries: takenBack, journeyNow: onward })).toBeUndefined();
});
