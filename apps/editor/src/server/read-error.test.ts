import { TRPCClientError } from '@trpc/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readErrorText } from './read-error.ts';

beforeEach(() => vi.stubGlobal('navigator', { onLine: true }));
afterEach(() => vi.unstubAllGlobals());

it.each([
  new TRPCClientError('Failed to fetch'),
  new TypeError('Failed to fetch dynamically imported module: https://sodate.example/assets/home.js'),
  new TypeError('Load failed'),
  new TypeError('Importing a module script failed.'),
  new TypeError('NetworkError when attempting to fetch resource.'),
  new Error('Unable to preload CSS for /assets/home.css'),
])('says that the server is out of reach where no answer came: %s', (error) => {
  expect(readErrorText(error).en).toContain('cannot be reached');
});

it.each([
  new Error('unexpected value: {"kind":"colour"}'),
  new Error('the load of a node is not known'),
  new TypeError("reading 'foo' of undefined"),
  'thrown',
])('does not blame the server for a fault of the screen: %s', (error) => {
  expect(readErrorText(error).en).toContain('This screen has a fault');
});
