import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { whoGaveBack } from './who-gave-back.ts';

const [mizuno, mori, boss] = ['mizuno', 'mori', 'boss'].map(asId<'user'>);

it('names everybody who gave it back, however often it went on since', () => {
  const entries = [
    { kind: 'created', byId: null },
    { kind: 'given-back', byId: mizuno ?? null },
    { kind: 'assigned', byId: boss ?? null },
    { kind: 'given-back', byId: mori ?? null },
  ] as const;
  expect([...whoGaveBack(entries)]).toEqual([mizuno, mori]);
});

it('names nobody who took it back as a slip', () => {
  const entries = [
    { kind: 'given-back', byId: mizuno ?? null },
    { kind: 'undone', byId: mizuno ?? null },
  ] as const;
  expect(whoGaveBack(entries).size).toBe(0);
});
