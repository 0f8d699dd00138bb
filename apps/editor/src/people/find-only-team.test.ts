import { expect, it } from 'vitest';
import { findOnlyTeam } from './find-only-team.ts';

const team = (id: string, ...away: readonly boolean[]) => ({
  id,
  members: away.map((one, place) => ({ id: `${id} ${place}`, away: one })),
});
const except = 'nobody';

it('is the one team that has somebody there', () => {
  expect(findOnlyTeam({ teams: [team('east', false, true)], except })).toBe('east');
  expect(findOnlyTeam({ teams: [team('east', true), team('west', false), team('new')], except })).toBe('west');
});

it('is none where there is a choice, or nobody at all', () => {
  expect(findOnlyTeam({ teams: [team('east', false), team('west', false)], except })).toBeNull();
  expect(findOnlyTeam({ teams: [team('east', true), team('new')], except })).toBeNull();
  expect(findOnlyTeam({ teams: [], except })).toBeNull();
});

it('leaves out the team that has nobody but whom the hand-offs are taken from', () => {
  const teams = [team('east', false, true), team('west', false)];
  expect(findOnlyTeam({ teams, except: 'east 0' })).toBe('west');
});
