import { expect, it } from 'vitest';
import { readSentSearch } from './sent-search.ts';

it('reads which sent mail is open, and nothing else of the address', () => {
  expect(readSentSearch({ sent: 'a', view: 'open' })).toEqual({ sent: 'a' });
  for (const sent of ['', 1, undefined]) expect(readSentSearch({ sent })).toEqual({});
});
