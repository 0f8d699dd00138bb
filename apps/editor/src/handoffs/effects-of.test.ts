import { expect, it } from 'vitest';
import { effectsOf } from './effects-of.ts';

const waits = { kind: 'waits', hears: ['opportunity', 'rejected', 'lost', 'won'] } as const;
const brief = { state: 'accepted', lead: { stage: 'sql' }, journeyNow: waits } as const;

it.each([
  ['absent', { journey: false, closes: false }],
  ['reached', { journey: false, closes: false }],
  ['met', { stage: 'opportunity', journey: false, closes: false }],
  ['opportunity', { stage: 'opportunity', journey: true, closes: false }],
  ['won', { stage: 'customer', journey: true, closes: true }],
  ['lost', { journey: true, closes: true }],
  ['rejected', { journey: true, closes: true }],
] as const)('says what %s brings about', (answer, effects) => {
  expect(effectsOf({ answer, brief })).toEqual(effects);
});

it('takes on first what nobody has accepted', () => {
  const open = { ...brief, state: 'open', lead: { stage: 'mql' } } as const;
  expect(effectsOf({ answer: 'absent', brief: open })).toEqual({ stage: 'sql', journey: false, closes: false });
  expect(effectsOf({ answer: 'rejected', brief: open }).stage).toBeUndefined();
  const hearsAcceptance = { ...open, journeyNow: { kind: 'waits', hears: ['accepted'] } } as const;
  expect(effectsOf({ answer: 'met', brief: hearsAcceptance }).journey).toBe(true);
});

it('promises no stage behind the present one, and no journey that waits no more', () => {
  const on = { ...brief, lead: { stage: 'customer' }, journeyNow: { kind: 'ended' } } as const;
  expect(effectsOf({ answer: 'opportunity', brief: on })).toEqual({ journey: false, closes: false });
});
