import { expect, it } from 'vitest';
import { measureJson } from './measure-json.ts';

it('counts depth and values', () => {
  expect(measureJson('x')).toEqual({ depth: 1, values: 1 });
  expect(measureJson({ a: [1, { b: null }] })).toEqual({ depth: 4, values: 5 });
});

it('survives nesting that would exhaust the stack', () => {
  const depth = 200_000;
  expect(measureJson(JSON.parse('['.repeat(depth) + ']'.repeat(depth))).depth).toBe(depth);
});
