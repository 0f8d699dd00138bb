import { expect, it } from 'vitest';
import type { SplitOp } from '../compile/plan.ts';
import { asId } from '../id.ts';
import { chooseArm } from './choose-arm.ts';

function splitOf(node: string, ...weights: readonly number[]): SplitOp {
  const arms = weights.map((weight, index) => ({ outcome: `way-${index}`, weight }));
  return {
    kind: 'split',
    id: asId(node),
    node: asId(node),
    arms,
    next: {},
    asks: [],
    onCycle: false,
    calendars: [],
    leadZone: false,
  };
}

function shares(split: SplitOp, count: number): number[] {
  const counts = split.arms.map(() => 0);
  for (let lead = 0; lead < count; lead++) {
    const enrollment = asId<'enrollment'>(`01930000-0000-7000-8000-${lead.toString(16).padStart(12, '0')}`);
    const arm = Number(chooseArm({ split, enrollment }).slice('way-'.length));
    counts[arm] = (counts[arm] ?? 0) + 1;
  }
  return counts;
}

it('keeps the weights within statistical noise', () => {
  const count = 60_000;
  // Chi-squared with two degrees of freedom: beyond 13.8 once in a thousand. The leads are fixed, so it never flickers.
  for (const node of ['n_a', 'n_b', 'n_c']) {
    const parts = shares(splitOf(node, 1, 2, 3), count).map((found, index) => {
      const expected = (count * (index + 1)) / 6;
      return (found - expected) ** 2 / expected;
    });
    const chi = parts.reduce((sum, part) => sum + part, 0);
    expect(chi).toBeLessThan(13.8);
  }
});

it('splits anew at another node', () => {
  const enrollments = Array.from({ length: 4_000 }, (_, lead) => asId<'enrollment'>(`e${lead}`));
  const same = enrollments.filter(
    (enrollment) =>
      chooseArm({ split: splitOf('n_a', 1, 1), enrollment }) === chooseArm({ split: splitOf('n_b', 1, 1), enrollment }),
  );
  expect(same.length / enrollments.length).toBeGreaterThan(0.46);
  expect(same.length / enrollments.length).toBeLessThan(0.54);
});

it('never changes what an enrollment gets', () => {
  const arms = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'].map((id) =>
    chooseArm({ split: splitOf('n_a', 1, 1), enrollment: asId(id) }),
  );
  expect(arms).toEqual(['way-1', 'way-1', 'way-0', 'way-0', 'way-0', 'way-0']);
});

it('gives an arm without weight to nobody', () => {
  expect(shares(splitOf('n_a', 0, 1, 0), 500)).toEqual([0, 500, 0]);
});
