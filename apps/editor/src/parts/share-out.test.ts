import { expect, it } from 'vitest';
import { shareOut } from './share-out.ts';

it.each([
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [2, 2, 3],
    [29, 28, 43],
  ],
  [[5], [100]],
  [
    [0, 0],
    [0, 0],
  ],
  [
    [1, 199],
    [1, 99],
  ],
])('shares %j out in whole per cents that sum to 100', (parts, shares) => {
  expect(shareOut(parts)).toEqual(shares);
});
