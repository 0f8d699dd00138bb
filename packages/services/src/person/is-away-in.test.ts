import { describe, expect, it } from 'vitest';
import { isAwayIn } from './is-away-in.ts';

const holiday = { absent: false, absentFrom: '2026-11-30', absentUntil: '2026-12-04' };

describe('whether somebody is away', () => {
  it.each([
    { from: '2026-11-20', until: '2026-11-29', away: false },
    { from: '2026-11-20', until: '2026-11-30', away: true },
    { from: '2026-12-02', until: '2026-12-02', away: true },
    { from: '2026-12-04', until: '2026-12-31', away: true },
    { from: '2026-12-05', until: '2026-12-31', away: false },
  ])('from $from to $until: $away', ({ away, ...days }) => {
    expect(isAwayIn(holiday, days)).toBe(away);
  });

  it('is so on any day by their own word, and never without either', () => {
    const day = { from: '2026-11-20', until: '2026-11-20' };
    expect(isAwayIn({ ...holiday, absent: true }, day)).toBe(true);
    expect(isAwayIn({ absent: false, absentFrom: null, absentUntil: null }, day)).toBe(false);
  });
});
