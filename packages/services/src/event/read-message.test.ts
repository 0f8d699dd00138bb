import { parseInstant } from '@sodate/journey/time/instant';
import { describe, expect, it } from 'vitest';
import type { Message } from './message.ts';
import { readMessage } from './read-message.ts';

const now = parseInstant('2026-11-19T05:32:00Z');
const page = { type: 'page', messageId: 'm-1', anonymousId: 'a-1', properties: { url: 'https://a.example/price' } };

function accept(body: object): Message {
  const read = readMessage({ body, now });
  if (read.kind === 'rejected') throw new Error(read.reason.en);
  return read.message;
}

function reasonFor(body: unknown): string {
  const read = readMessage({ body, now });
  return read.kind === 'rejected' ? read.reason.en : 'accepted';
}

describe('what it accepts', () => {
  it('reads a page of the browser client, whose address stands in the context too', () => {
    const context = { page: { url: 'https://a.example/', referrer: 'https://www.google.com/', title: 'トップ' } };
    expect(accept({ type: 'page', anonymousId: 'a-1', context })).toMatchObject({
      type: 'page',
      url: 'https://a.example/',
      referrer: 'https://www.google.com/',
      title: 'トップ',
      occurredAt: now,
    });
  });

  it('lets the address say the type', () => {
    const read = readMessage({ body: { event: 'Signed Up', userId: 7 }, type: 'track', now });
    expect(read).toMatchObject({ kind: 'message', message: { type: 'track', name: 'Signed Up', userId: '7' } });
  });

  it('takes traits from the context as well, the call itself first', () => {
    const context = { traits: { email: 'old@a.example', company: 'A' } };
    const message = accept({ type: 'identify', userId: 'u', context, traits: { email: 'new@a.example' } });
    expect(message.traits).toEqual({ email: 'new@a.example', company: 'A' });
  });

  it('forgives nulls, empty ids and malformed context', () => {
    const message = accept({ ...page, userId: '', groupId: null, name: null, context: { page: 'x', campaign: 7 } });
    expect(message.userId).toBeUndefined();
    expect(message.url).toBe('https://a.example/price');
  });

  it('leaves out what PostgreSQL cannot store', () => {
    const message = accept({ ...page, properties: { note: 'a\u0000b', path: '\\u0000' } });
    expect(message.properties).toEqual({ note: 'ab', path: '\\u0000' });
  });
});

describe('what it rejects, and the reason it gives', () => {
  it.each([
    { body: 'text', says: 'body' },
    { body: null, says: 'body' },
    { body: [], says: 'body' },
    { body: { ...page, type: 'purchase' }, says: 'type must be one of' },
    { body: { type: 'page' }, says: 'Either userId or anonymousId' },
    { body: { type: 'track', userId: 'u' }, says: 'track needs event' },
    {
      body: { type: 'track', userId: 'u', evnt: 'A' },
      says: 'track needs event. Instead of evnt, did you mean event?',
    },
    { body: { type: 'page', userid: 'u' }, says: 'is required. Instead of userid, did you mean userId?' },
    { body: { type: 'page', anonymous_id: 'u' }, says: 'Instead of anonymous_id, did you mean anonymousId?' },
    { body: { type: 'group', userId: 'u', groupid: 'g' }, says: 'Instead of groupid, did you mean groupId?' },
    { body: { type: 'alias', userId: 'u' }, says: 'alias needs previousId' },
    { body: { type: 'group', userId: 'u' }, says: 'group needs groupId' },
    { body: { ...page, timestamp: 'soon' }, says: 'timestamp is not a time' },
    { body: { ...page, properties: 'x' }, says: 'properties must be an object: { … }.' },
    { body: { type: 'identify', userId: 'u', traits: 'x' }, says: 'traits must be an object: { … }.' },
    { body: { ...page, anonymousId: { a: 1 } }, says: 'anonymousId must be a text of 1 to 255 characters' },
    { body: { ...page, anonymousId: 'a'.repeat(256) }, says: 'anonymousId' },
    { body: { ...page, properties: { note: 'x'.repeat(33_000) } }, says: 'at most 32 KB' },
    { body: { ...page, properties: { list: Array(3_000).fill(0) } }, says: 'Too many values' },
  ])('$says', ({ body, says }) => {
    expect(reasonFor(body)).toContain(says);
  });

  it('refuses deep nesting, however deep', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
    expect(reasonFor({ ...page, properties: deep })).toContain('Nested too deeply');
  });

  it('says which event it was', () => {
    expect(readMessage({ body: { messageId: 'm-9', type: 'page' }, now })).toMatchObject({ messageId: 'm-9' });
  });
});
