import { expect, it } from 'vitest';
import { becameAt } from './became-at.ts';

const acceptedAt = '2026-11-18T01:00:00.000Z';
const deal = { kind: 'opportunity', at: '2026-11-20T05:00:00.000Z' } as const;
const again = { kind: 'opportunity', at: '2026-11-24T02:00:00.000Z' } as const;
const entries = [{ kind: 'accepted', at: acceptedAt }, deal, { kind: 'undone', at: deal.at }, again] as const;

it('is when it was called a deal, not when it was accepted', () => {
  expect(becameAt({ state: 'opportunity', acceptedAt, metAt: null, closedAt: null, entries })).toBe(again.at);
});

it('is when it was accepted or met, whatever was taken back, and when it was closed after all', () => {
  expect(becameAt({ state: 'accepted', acceptedAt, metAt: null, closedAt: null, entries })).toBe(acceptedAt);
  const metAt = '2026-11-19T02:00:00.000Z';
  expect(becameAt({ state: 'accepted', acceptedAt, metAt, closedAt: null, entries })).toBe(metAt);
  const closedAt = '2026-12-01T02:00:00.000Z';
  expect(becameAt({ state: 'won', acceptedAt, metAt: null, closedAt, entries })).toBe(closedAt);
});
