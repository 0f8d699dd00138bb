import { expect, it } from 'vitest';
import { rememberByContent } from './remember-by-content.ts';

function counted() {
  const asked: unknown[] = [];
  const remembered = rememberByContent((config) => {
    asked.push(config);
    return { of: config };
  });
  return { asked, remembered };
}

it('works once for equal content, and again for other', () => {
  const { asked, remembered } = counted();
  expect(remembered({ days: 3 })).toBe(remembered({ days: 3 }));
  expect(remembered({ days: 4 })).toEqual({ of: { days: 4 } });
  expect(asked).toHaveLength(2);
});

it('forgets rather than grow without end, and never keeps what is large', () => {
  const { asked, remembered } = counted();
  for (let number = 0; number <= 4_000; number++) remembered({ number });
  remembered({ number: 0 });
  expect(asked).toHaveLength(4_002);
  const large = { text: 'x'.repeat(5_000) };
  expect(remembered(large)).not.toBe(remembered(large));
});
