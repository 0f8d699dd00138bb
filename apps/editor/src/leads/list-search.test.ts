import { expect, it } from 'vitest';
import { readListSearch } from './list-search.ts';

const id = '01a2051f-e479-7f60-b68a-13cadcfa1a2c';

it('keeps what it understands', () => {
  const search = {
    search: '星川',
    stage: 'mql',
    owner: 'none',
    hot: true,
    scoreFrom: 20,
    scoreBelow: 50,
    company: id,
    consent: 'given',
    journey: id,
    reached: 'sql',
    month: 'last',
    sort: 'score',
  };
  expect(readListSearch(search)).toEqual(search);
});

it('leaves out what somebody mistyped into the address', () => {
  expect(
    readListSearch({
      search: 7,
      stage: 'x',
      owner: 'me',
      hot: 'yes',
      scoreFrom: '2',
      scoreBelow: 1.5,
      company: 'x',
      consent: 'yes',
      reached: 'x',
      month: 'last',
      sort: 'name',
      other: 1,
    }),
  ).toEqual({});
});
