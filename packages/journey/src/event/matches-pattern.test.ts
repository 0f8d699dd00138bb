import { expect, it } from 'vitest';
import { asId } from '../id.ts';
import { asInstant } from '../time/instant.ts';
import type { EventName, LeadEvent } from './event.ts';
import { matchesPattern } from './matches-pattern.ts';

const eventOf = (name: EventName, rest: Partial<LeadEvent> = {}): LeadEvent => ({
  id: 1,
  name,
  storedAt: asInstant(0),
  occurredAt: asInstant(0),
  properties: {},
  ...rest,
});
const here = asId<'enrollment'>('here');
const node = asId<'node'>('n1');

it('matches a page by its address and the source of the visit', () => {
  const event = eventOf('page-viewed', { url: 'https://a.test/price', source: 'google' });
  expect(matchesPattern({ pattern: { kind: 'page' }, event })).toBe(true);
  expect(matchesPattern({ pattern: { kind: 'page', source: 'google' }, event })).toBe(true);
  expect(matchesPattern({ pattern: { kind: 'page', source: 'bing' }, event })).toBe(false);
  expect(matchesPattern({ pattern: { kind: 'page', url: { match: 'exact', value: '/top' } }, event })).toBe(false);
  expect(matchesPattern({ pattern: { kind: 'page' }, event: eventOf('form-submitted') })).toBe(false);
});

it('matches any form, or the one named', () => {
  const event = eventOf('form-submitted', { thing: 'contact' });
  expect(matchesPattern({ pattern: { kind: 'form' }, event })).toBe(true);
  expect(matchesPattern({ pattern: { kind: 'form', form: 'contact' }, event })).toBe(true);
  expect(matchesPattern({ pattern: { kind: 'form', form: 'seminar' }, event })).toBe(false);
});

it('means the mail that a node sent in this passage where it names the node', () => {
  const pattern = { kind: 'mail', reaction: 'clicked', node } as const;
  const event = eventOf('mail-clicked', { enrollment: here, node, url: 'https://a.test/price' });
  expect(matchesPattern({ pattern, event, enrollment: here })).toBe(true);
  expect(matchesPattern({ pattern, event, enrollment: asId('other') })).toBe(false);
  expect(matchesPattern({ pattern, event })).toBe(false);
  expect(matchesPattern({ pattern: { ...pattern, node: asId('n2') }, event, enrollment: here })).toBe(false);
  expect(matchesPattern({ pattern: { ...pattern, reaction: 'opened' }, event, enrollment: here })).toBe(false);
  const link = { match: 'prefix', value: '/price' } as const;
  expect(matchesPattern({ pattern: { ...pattern, link }, event, enrollment: here })).toBe(true);
});

it('means the hand-off of the present visit, by its outcome', () => {
  const pattern = { kind: 'handoff', node, outcome: 'won' } as const;
  const event = eventOf('handoff-closed', { enrollment: here, node, visit: 2, outcome: 'won' });
  expect(matchesPattern({ pattern, event, enrollment: here, visit: 2 })).toBe(true);
  expect(matchesPattern({ pattern, event, enrollment: here })).toBe(true);
  expect(matchesPattern({ pattern, event, enrollment: here, visit: 1 })).toBe(false);
  expect(matchesPattern({ pattern: { ...pattern, outcome: 'lost' }, event, enrollment: here, visit: 2 })).toBe(false);
  const accepted = eventOf('handoff-accepted', { enrollment: here, node, visit: 1 });
  expect(
    matchesPattern({ pattern: { ...pattern, outcome: 'accepted' }, event: accepted, enrollment: here, visit: 1 }),
  ).toBe(true);
});

it('matches own events by name', () => {
  const event = eventOf('custom', { thing: 'seminar-attended' });
  expect(matchesPattern({ pattern: { kind: 'custom', name: 'seminar-attended' }, event })).toBe(true);
  expect(matchesPattern({ pattern: { kind: 'custom', name: 'call' }, event })).toBe(false);
});
