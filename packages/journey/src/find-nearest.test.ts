import { expect, it } from 'vitest';
import { findNearest } from './find-nearest.ts';

const among = ['/demo/price', '/demo/cases', '/demo/request'];

it.each([
  ['a letter left out', '/demo/pric', '/demo/price'],
  ['a letter too many', '/demo/casess', '/demo/cases'],
  ['two letters mistaken', '/demo/recuezt', '/demo/request'],
])('finds what was meant by %s', (...[, word, meant]) => {
  expect(findNearest({ word, among })).toBe(meant);
});

it('finds nothing where nothing is near', () => {
  expect(findNearest({ word: '/company', among })).toBeUndefined();
});
