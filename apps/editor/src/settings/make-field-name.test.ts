import { expect, it } from 'vitest';
import { makeFieldName } from './make-field-name.ts';

it.each([
  ['Number of sites', 'numberOfSites'],
  ['ERP in use (main)', 'erpInUseMain'],
  ["Customer's café", 'customersCafe'],
  ['2nd contact', 'ndContact'],
  ['拠点数', 'field'],
  ['', 'field'],
])('makes a name that systems can write from the title: %s', (title, name) => {
  expect(makeFieldName({ title, taken: [] })).toBe(name);
});

it('numbers a name that is taken, and stays within 40 characters', () => {
  expect(makeFieldName({ title: 'Sites', taken: ['sites', 'sites2'] })).toBe('sites3');
  const long = makeFieldName({ title: 'x'.repeat(60), taken: ['x'.repeat(40)] });
  expect(long).toBe(`${'x'.repeat(39)}2`);
});
