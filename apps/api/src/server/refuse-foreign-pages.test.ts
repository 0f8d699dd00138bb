import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { refuseForeignPages } from './refuse-foreign-pages.ts';

const own = 'https://sodate.example';

async function statusFor(headers: Readonly<Record<string, string>>): Promise<number> {
  const server = Fastify();
  server.addHook('onRequest', refuseForeignPages({ publicUrl: own }));
  server.get('/', async () => 'here');
  const { statusCode } = await server.inject({ url: '/', headers });
  await server.close();
  return statusCode;
}

it.each<[string, Record<string, string>]>([
  ['a page of another origin', { origin: 'https://evil.example' }],
  [
    'a page of another origin, whatever else it says',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
  ['an image of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['a script of another host of the same site', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
])('refuses %s', async (...[, headers]) => {
  expect(await statusFor(headers)).toBe(403);
});

it.each<[string, Record<string, string>]>([
  ['our own page', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }],
  ['our own page as it changes something', { origin: own, 'sec-fetch-site': 'same-origin' }],
  ['a link that somebody follows', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ['an address that somebody types', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
  ['who is no browser', {}],
])('takes %s', async (...[, headers]) => {
  expect(await statusFor(headers)).toBe(200);
});
