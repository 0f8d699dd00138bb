import { expect, it } from 'vitest';
import { unbroken } from './unbroken.ts';

it('keeps the parts of a short name on one line, and lets a long one break between them', () => {
  expect(unbroken('大川 健')).toBe('大川\u00a0健');
  expect(unbroken('大川\u3000健')).toBe('大川\u2060\u3000\u2060健');
  expect(unbroken('Ana Sato')).toBe('Ana\u00a0Sato');
  expect(unbroken('Maximiliane von Hohenstein-Schaumburg')).toBe('Maximiliane von Hohenstein-Schaumburg');
});
