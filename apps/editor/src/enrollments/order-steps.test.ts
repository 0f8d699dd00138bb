import { expect, it } from 'vitest';
import { orderSteps } from './order-steps.ts';
import type { PassageStep } from './passage-types.ts';

const at = (hour: number) => `2026-11-26T0${hour}:00:00.000Z`;
const steps = [1, 4].map(
  (hour): PassageStep => ({
    hop: hour,
    at: at(hour),
    dueAt: at(hour),
    from: null,
    outcome: 'done',
    outcomeLabel: null,
    to: null,
    visit: 1,
    seen: [],
    event: null,
    send: null,
  }),
);
const changes = [2, 3, 5].map((hour) => ({ at: at(hour), version: hour }));
const told = (complete: boolean) =>
  orderSteps({ steps, changes, complete }).map((line) =>
    line.kind === 'step' ? line.step.hop : `v${line.change.version}`,
  );

it('tells of each change of version between the steps where it came', () => {
  expect(told(true)).toEqual([1, 'v2', 'v3', 4, 'v5']);
});

it('tells of none after the last step while more are to be loaded', () => {
  expect(told(false)).toEqual([1, 'v2', 'v3', 4]);
});
