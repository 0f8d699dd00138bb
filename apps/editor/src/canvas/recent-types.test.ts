import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endingLast, recentFirst, rememberRecent } from './recent-types.ts';

const types = ['a', 'b', 'c', 'd', 'e', 'f'].map((type) => ({ type }));
const shown = () =>
  recentFirst(types)
    .map(({ type }) => type)
    .join('');

beforeEach(() => {
  const entries = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => entries.set(key, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

it('puts the four chosen last on top, and passes over types that are not offered here', () => {
  expect(shown()).toBe('abcdef');
  for (const type of ['f', 'e', 'gone', 'd', 'e', 'c']) rememberRecent(type);
  expect(shown()).toBe('cedabf');
});

it('puts what ends a way behind all else', () => {
  const [way, stop] = [[{ id: 'done' }], []];
  const order = endingLast([
    { type: 'end', outcomes: stop },
    { type: 'mail', outcomes: way },
    { type: 'goal', outcomes: stop },
    { type: 'wait', outcomes: way },
  ]);
  expect(order.map(({ type }) => type)).toEqual(['mail', 'wait', 'end', 'goal']);
});

it('keeps the usual order where the storage holds something else, or there is none', () => {
  localStorage.setItem('sodate.recent-node-types', '{"a":1');
  expect(shown()).toBe('abcdef');
  vi.unstubAllGlobals();
  vi.stubGlobal('localStorage', undefined);
  rememberRecent('f');
  expect(shown()).toBe('abcdef');
});
