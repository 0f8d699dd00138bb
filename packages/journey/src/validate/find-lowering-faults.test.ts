import { expect, it } from 'vitest';
import type { LoweredOp, Lowering, NodeContract } from '../graph/node-contract.ts';
import { sameText } from '../text.ts';
import { findLoweringFaults } from './find-lowering-faults.ts';
import { wordLoweringFault } from './word-lowering-fault.ts';

const faultsOf = (outcomes: readonly string[], lower: (lowering: Lowering) => LoweredOp) => {
  const contract: NodeContract = {
    type: 'chat',
    family: 'message',
    title: sameText('chat'),
    revision: 1,
    isTrigger: false,
    rests: false,
    outcomes: () => outcomes.map((id) => ({ id, label: sameText(id) })),
    problemsOf: () => [],
    summary: () => sameText(''),
    lower: ({ lowering }) => ({ ops: [lower(lowering)] }),
    guess: () => ({}),
  };
  const faults = findLoweringFaults({ contract, config: {}, effects: new Set(['chat']) });
  return faults.map(({ kind, name }) => `${kind} ${name}`);
};

const ways = (lowering: Lowering, ...outcomes: string[]) =>
  Object.fromEntries(
    outcomes.flatMap((outcome) => {
      const to = lowering.target(outcome);
      return to === undefined ? [] : [[outcome, to] as const];
    }),
  );

const external = { channel: 'external', limitMs: 1, repeatable: true, onAmbiguous: 'go-on', attempts: 1 } as const;
const act = { kind: 'act', effect: 'chat', config: {}, external } as const;

it('finds nothing where all that is named is there', () => {
  const next = (lowering: Lowering) => ways(lowering, 'done', 'failed');
  expect(faultsOf(['done', 'failed'], (lowering) => ({ ...act, id: lowering.op(), next: next(lowering) }))).toEqual([]);
});

it('lets a type ask for an outcome that it has with other settings only', () => {
  const next = (lowering: Lowering) => ways(lowering, 'done', 'failed');
  expect(faultsOf(['done'], (lowering) => ({ ...act, id: lowering.op(), next: next(lowering) }))).toEqual([]);
});

it('finds an effect that no node type has', () => {
  const found = faultsOf([], (lowering) => ({ ...act, effect: 'chatt', id: lowering.op(), next: {} }));
  expect(found).toEqual(['effect chatt']);
});

it('finds an exit that nothing leads out by, as lower misspells it', () => {
  const next = (lowering: Lowering) => ways(lowering, 'done', 'faild');
  const found = faultsOf(['done', 'failed'], (lowering) => ({ ...act, id: lowering.op(), next: next(lowering) }));
  expect(found).toEqual(['outcome failed']);
});

it('finds a way out that an act never takes: it is done or failed, and a mail may not be sent', () => {
  const notSent = (channel: string) => (lowering: Lowering) =>
    ({ ...act, external: { ...external, channel }, id: lowering.op(), next: ways(lowering, 'not-sent') }) as const;
  expect(faultsOf(['not-sent'], notSent('mail'))).toEqual([]);
  expect(faultsOf(['not-sent'], notSent('external'))).toEqual(['exit not-sent']);

  const found = faultsOf(['late'], (lowering) => ({ ...act, id: lowering.op(), next: ways(lowering, 'late') }));
  expect(found).toEqual(['exit late']);
});

it('finds a choice that leads nowhere, as the type has no such outcome', () => {
  const split = { kind: 'split', arms: ['done', 'rest'].map((outcome) => ({ outcome, weight: 1 })) } as const;
  const found = faultsOf(['done'], (lowering) => ({ ...split, id: lowering.op(), next: ways(lowering, 'done') }));
  expect(found).toEqual(['outcome rest']);
});

it('says of a way out that is wrong which name is still free', () => {
  const mendOf = (...free: string[]) =>
    wordLoweringFault({ kind: 'exit', name: 'gone', of: 'act', leaves: ['done', 'failed'], free }).en;
  expect(mendOf('done', 'failed')).toContain('give the exit the id done');
  expect(mendOf('failed')).toContain('give the exit the id failed, and its own name as the label, or drop it');
  expect(mendOf()).toContain('drop this exit');
});
