import { parseInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { readMessageTime } from './read-message-time.ts';

const now = parseInstant('2026-11-19T05:32:00Z');

it('takes now where the client says nothing', () => {
  expect(readMessageTime({ now })).toBe(now);
});

it('takes the stamp of a client whose clock is right', () => {
  const timestamp = '2026-11-19T05:30:00Z';
  expect(readMessageTime({ timestamp, sentAt: '2026-11-19T05:32:00Z', now })).toBe(parseInstant(timestamp));
});

it('corrects a clock that is an hour ahead', () => {
  const time = readMessageTime({ timestamp: '2026-11-19T06:31:00Z', sentAt: '2026-11-19T06:32:00Z', now });
  expect(time).toBe(parseInstant('2026-11-19T05:31:00Z'));
});

it('keeps old stamps of an import', () => {
  const time = readMessageTime({ timestamp: '2024-01-05T00:00:00Z', sentAt: '2026-11-19T05:32:00Z', now });
  expect(time).toBe(parseInstant('2024-01-05T00:00:00Z'));
});

it('brings the future back to now', () => {
  expect(readMessageTime({ timestamp: '2031-01-01T00:00:00Z', now })).toBe(now);
});

it.each(['yesterday', '', {}, true, '1970-01-01T00:00:00Z'])('does not take %j for a time', (timestamp) => {
  expect(readMessageTime({ timestamp, now })).toBeUndefined();
});
