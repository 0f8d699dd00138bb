import { expect, it } from 'vitest';
import { wordZone } from './word-zone.ts';

it('calls a zone as people do, in the language in use', () => {
  expect(wordZone({ zone: 'Asia/Tokyo', language: 'ja' })).toBe('日本標準時');
  expect(wordZone({ zone: 'Asia/Tokyo', language: 'en' })).toBe('Japan Standard Time');
  expect(wordZone({ zone: 'America/Chicago', language: 'en' })).toBe('Central Time');
  expect(wordZone({ zone: 'UTC', language: 'ja' })).toBe('協定世界時');
});
