import { expect, it } from 'vitest';
import { linkAsWritten } from './link-as-written.ts';

it('tells a page of the same site by its path, and another by its whole address', () => {
  const beside = 'http://localhost:4321/demo/pric';
  expect(linkAsWritten({ address: 'http://localhost:4321/demo/price?a=1', beside })).toBe('/demo/price?a=1');
  expect(linkAsWritten({ address: 'https://aoba.example/price', beside })).toBe('https://aoba.example/price');
});
