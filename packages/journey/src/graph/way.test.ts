import { expect, it } from 'vitest';
import { asId } from '../id.ts';
import { passedOver, wayIdOf } from './way.ts';

const trigger = asId<'node'>('trigger');
const mail = asId<'node'>('mail');
const before = asId<'node'>('before');
const now = asId<'node'>('now');
const ways = {
  [wayIdOf({ from: trigger, outcome: 'entered', to: mail })]: 3,
  [wayIdOf({ from: mail, outcome: 'done', to: before })]: 2,
};

it('counts over an edge those who went to the node where it leads today, not where it led before', () => {
  expect(passedOver({ edge: { from: mail, outcome: 'done', to: now }, ways })).toBe(0);
  expect(passedOver({ edge: { from: mail, outcome: 'done', to: before }, ways })).toBe(2);
});

it('counts over the edge of a trigger those who entered by it, once', () => {
  expect(passedOver({ edge: { from: trigger, outcome: 'done', to: mail }, ways })).toBe(3);
  expect(passedOver({ edge: { from: trigger, outcome: 'entered', to: mail }, ways })).toBe(3);
});
