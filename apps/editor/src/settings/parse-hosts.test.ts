import { expect, it } from 'vitest';
import { parseHosts } from './parse-hosts.ts';

it.each([
  ['', []],
  ['www.aoba.example', ['www.aoba.example']],
  ['https://www.aoba.example/request, *.aoba.example', ['www.aoba.example', '*.aoba.example']],
  ['AOBA.example、localhost:3000', ['aoba.example', 'localhost:3000']],
  ['a.example a.example', ['a.example']],
])('reads %j as hosts', (text, hosts) => {
  expect(parseHosts(text)).toEqual({ hosts });
});

it('names what is no host', () => {
  expect(parseHosts('aoba.example, あおば').wrong).toBe('あおば');
});
