import { expect, it } from 'vitest';
import { compareWith, listAgainst } from './compare-with.ts';

it('holds a version against the one before it, the live one and the draft', () => {
  expect(listAgainst({ number: 2, live: 4 })).toEqual(['before', 'live', 'draft']);
  const with4 = { number: 2, live: 4 };
  expect(compareWith({ ...with4, against: 'before' })).toEqual({ before: 1, after: 2 });
  expect(compareWith({ ...with4, against: 'live' })).toEqual({ before: 2, after: 4 });
  expect(compareWith({ ...with4, against: 'draft' })).toEqual({ before: 2, after: 'draft' });
});

it('has nothing before the first version, which can still be held against the others', () => {
  expect(listAgainst({ number: 1, live: 3 })).toEqual(['live', 'draft']);
  expect(listAgainst({ number: 1, live: 1 })).toEqual(['draft']);
  expect(compareWith({ number: 1, live: 3, against: 'live' })).toEqual({ before: 1, after: 3 });
  expect(compareWith({ number: 1, live: 3, against: 'before' })).toEqual({ before: 'nothing', after: 1 });
});

it('does not hold the live version against itself, and puts the older first where the live one is older', () => {
  expect(listAgainst({ number: 3, live: 3 })).toEqual(['before', 'draft']);
  expect(compareWith({ number: 3, live: 2, against: 'live' })).toEqual({ before: 2, after: 3 });
});
