import { parseInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import type { Message } from './message.ts';
import { readFirstTouch, readSource } from './read-first-touch.ts';

const message: Message = {
  type: 'page',
  occurredAt: parseInstant('2026-11-19T05:32:00Z'),
  anonymousId: 'a',
  properties: {},
  traits: {},
  url: 'https://aoba.example/features',
};

it('keeps the landing page and the time', () => {
  expect(readFirstTouch({ message })).toEqual({
    at: '2026-11-19T05:32:00.000Z',
    landingUrl: 'https://aoba.example/features',
  });
});

it('finds what was searched for, where the engine says it', () => {
  const referrer = 'https://search.yahoo.co.jp/search?p=%E5%9C%A8%E5%BA%AB%E7%AE%A1%E7%90%86';
  expect(readFirstTouch({ message: { ...message, referrer } })).toMatchObject({ searchKeyword: '在庫管理', referrer });
});

it('does not take a word on an ordinary site for a search', () => {
  const touch = readFirstTouch({ message: { ...message, referrer: 'https://news.example/?q=1' } });
  expect(touch.searchKeyword).toBeUndefined();
});

it('reads the campaign from the address, and prefers what the client says', () => {
  const url = 'https://aoba.example/?utm_source=newsletter&utm_medium=mail&utm_campaign=nov&utm_term=stock';
  const touch = readFirstTouch({ message: { ...message, url, campaign: { medium: 'email' } } });
  expect(touch.campaign).toMatchObject({ source: 'newsletter', medium: 'email', name: 'nov' });
  expect(touch.searchKeyword).toBe('stock');
});

it('counts moving within the site as no source', () => {
  expect(readSource({ message: { ...message, referrer: 'https://aoba.example/' } })).toBeUndefined();
  expect(readSource({ message: { ...message, referrer: 'https://www.google.com/' } })).toBe('www.google.com');
  const url = 'https://aoba.example/?utm_source=ads';
  expect(readSource({ message: { ...message, url, referrer: 'https://www.google.com/' } })).toBe('ads');
});
