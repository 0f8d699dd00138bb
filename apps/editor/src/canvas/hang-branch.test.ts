import { expect, it } from 'vitest';
import { hangBranch } from './hang-branch.ts';

const at = (x: number, y: number) => ({ position: { x, y } });

it('puts a single card with its middle on the point', () => {
  expect(hangBranch({ branch: [at(40, 90)], point: { x: 500, y: 300 } })).toEqual({ x: 394, y: 264 });
});

it('hangs a branch by its uppermost card, though others lie further to the left', () => {
  const branch = [at(0, 140), at(116, 0), at(232, 140)];
  expect(hangBranch({ branch, point: { x: 500, y: 300 } })).toEqual({ x: 278, y: 264 });
});
