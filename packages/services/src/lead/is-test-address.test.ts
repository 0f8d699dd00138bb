import { expect, it } from 'vitest';
import { isTestAddress } from './is-test-address.ts';

const testAddresses = ['qa@aoba.example', 'test.example'];

it('knows a listed address and any address of a listed domain', () => {
  expect(isTestAddress({ email: 'qa@aoba.example', testAddresses })).toBe(true);
  expect(isTestAddress({ email: 'anyone@test.example', testAddresses })).toBe(true);
});

it('leaves colleagues and subdomains alone', () => {
  expect(isTestAddress({ email: 'sato@aoba.example', testAddresses })).toBe(false);
  expect(isTestAddress({ email: 'a@sub.test.example', testAddresses })).toBe(false);
});
