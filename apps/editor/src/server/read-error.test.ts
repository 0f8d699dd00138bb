import { TRPCClientError } from '@trpc/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readErrorText } from './read-error.ts';

beforeEach(() => vi.stubGlobal('navigator', { onLine: true }));
afterEach(() => vi.unstubAllGlobals());

it.each([
  new TRPCClientError('Failed to fetch'),
  new TypeError('Failed to fetch dynamically imported module: https://sodate.example/assets/home.js'),
  new TypeError('Load failed'),
])('says that the server is out of reach where no answer came: %s', (error) => {
  expect(readErrorText(error).en).toContain('cannot be reached');
});

it.each([new Error('unexpected value: {"kind":"colour"}'), new TypeError("reading 'foo' of undefined"), 'thrown'])(
  'does not blame the server for a fault of the screen: %s',
  (error) => {
    expect(readErrorText(error).en).toContain('This screen has a fault');
  },
);
