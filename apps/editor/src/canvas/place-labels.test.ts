import { expect, it } from 'vitest';
import { handleX } from './node-geometry.ts';
import { placeLabels } from './place-labels.ts';

const place = (labels: readonly string[]) =>
  placeLabels({ labels, handles: labels.map((_, index) => handleX({ index, count: labels.length })), width: 212 });

it('leaves alone what has room over its handle', () => {
  expect(place(['はい', 'いいえ'])).toBeUndefined();
});

it('moves a long name aside where the others are short', () => {
  const placed = place(['条件に合うすべての人', '他']);
  expect(placed).toMatchObject({ size: 11, rows: 1 });
  expect(placed?.labels.map(({ words }) => words)).toEqual(['条件に合うすべての人', '他']);
});

it('writes the five exits of a hand-off in full, in two rows', () => {
  const placed = place(['Accepted', 'Sent back', 'Opportunity', 'Not pursued', 'Overdue']);
  expect(placed).toMatchObject({ size: 11, rows: 2 });
  const words = placed?.labels.map(({ words: own }) => own);
  expect([...(words ?? [])].sort()).toEqual(['Accepted', 'Not pursued', 'Opportunity', 'Overdue', 'Sent back']);
  const overdue = placed?.labels.find((label) => label.words === 'Overdue');
  expect((overdue?.x ?? 0) + (7 * 0.56 * 11) / 2).toBeLessThanOrEqual(208);
});

it('takes smaller letters before it gives up', () => {
  expect(place(Array.from({ length: 5 }, () => '製造業のお客様'))?.size).toBeLessThan(11);
  expect(place(Array.from({ length: 10 }, () => 'とても長い出口の名前です'))).toBeUndefined();
});
