import { expect, it } from 'vitest';
import { makeRouter } from '../router.ts';
import { destinations, footDestinations, isWithin } from './destinations.ts';
import { frameRoute } from './frame-route.ts';

const all = [...destinations, ...footDestinations];

function litAt(path: string): string[] {
  return all.filter((destination) => isWithin({ destination, path })).map(({ to }) => to);
}

it('lights one entry of the main navigation on every page that is drawn within it', () => {
  makeRouter();
  const pages = (frameRoute.children as readonly { fullPath: string }[]).map(({ fullPath }) => fullPath);
  expect(pages).toContain('/enrollments/$enrollment');
  expect(pages.filter((path) => litAt(path).length !== 1)).toEqual([]);
});

it.each([
  ['/', '/'],
  ['/stuck', '/'],
  ['/mails/m1', '/mails'],
  ['/mailbox', '/mails'],
  ['/enrollments/e1', '/journeys'],
  ['/leads/import', '/leads'],
  ['/settings/people', '/settings'],
])('lights, on %s, the entry %s', (path, entry) => {
  expect(litAt(path)).toEqual([entry]);
});
