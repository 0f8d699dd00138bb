import { sameText } from '@sodate/journey/text';
import { parseInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { summaryThen } from './summary-then.ts';

const told = (words: string) => ({ wait: sameText(words) });
const earlier = [
  { until: '2026-11-24T09:00:00.000Z', summaries: told('3日後') },
  { until: '2026-11-25T09:00:00.000Z', summaries: told('4日後') },
];
const at = (time: string) => summaryThen({ node: 'wait', at: parseInstant(time), earlier, present: told('5日後') })?.ja;

it('tells of a step what its node said then, and of the present what it says now', () => {
  expect(at('2026-11-24T08:00:00.000Z')).toBe('3日後');
  expect(at('2026-11-24T10:00:00.000Z')).toBe('4日後');
  expect(at('2026-11-26T00:00:00.000Z')).toBe('5日後');
});

it('knows nothing of a node that an earlier version had not', () => {
  const none = summaryThen({ node: 'end', at: parseInstant('2026-11-24T08:00:00.000Z'), earlier, present: told('x') });
  expect(none).toBeUndefined();
});
