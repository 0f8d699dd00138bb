import { expect, it } from 'vitest';
import { keyGroupsFor } from './key-groups.ts';

it('lists the keys of the open screen first, and to a rep none of the canvas', () => {
  const titles = (given: Parameters<typeof keyGroupsFor>[0]) => keyGroupsFor(given).map(({ title }) => title);
  expect(titles({ path: '/handoffs/1', role: 'sales-rep' })).toEqual(['handoffs', 'anywhere', 'passage']);
  expect(titles({ path: '/journeys/1', role: 'marketer' })).toEqual(['canvas', 'anywhere', 'passage', 'handoffs']);
});
