import { expect, it } from 'vitest';
import { findOnlyTeam } from './find-only-team.ts';

const team = (id: string, ...away: readonly boolean[]) => ({ id, members: away.map((one) => ({ away: one })) });

it('is the one team that has somebody there', () => {
  expect(findOnlyTeam([team('east', false, true)])).toBe('east');
  expect(findOnlyTeam([team('east', true), team('west', false), team('new')])).toBe('west');
});

it('is none where there is a choice, or nobody at all', () => {
  expect(findOnlyTeam([team('east', false), team('west', false)])).toBeNull();
  expect(findOnlyTeam([team('east', true), team('new')])).toBeNull();
  expect(findOnlyTeam([])).toBeNull();
});
