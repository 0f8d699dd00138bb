import { expect, it } from 'vitest';
import { mayWriteFrom } from './may-write-from.ts';

const domains = ['aoba.example', '*.aoba.example', 'localhost:3000'];

it.each(['https://aoba.example', 'https://www.aoba.example', 'http://localhost:3000'])('lets %s write', (origin) => {
  expect(mayWriteFrom({ domains, origin })).toBe(true);
});

it.each(['https://evil-aoba.example', 'https://aoba.example.evil.example', 'http://localhost:4000', 'null'])(
  'does not let %s write',
  (origin) => {
    expect(mayWriteFrom({ domains, origin })).toBe(false);
  },
);

it('lets any site write with a key without domains', () => {
  expect(mayWriteFrom({ domains: [], origin: 'https://any.example' })).toBe(true);
});
