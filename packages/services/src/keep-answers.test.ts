import type { Database } from '@sodate/database/connect';
import { asInstant } from '@sodate/journey/time/instant';
import { describe, expect, it } from 'vitest';
import { testClock, testContext } from '../../../test/database.ts';
import { byCost, keepAnswers } from './keep-answers.ts';

/** Asks a shared question whose work takes so long by the clock; answers are numbered as they are made. */
function shared() {
  const clock = testClock(asInstant(0));
  const answer = keepAnswers<string, number>(byCost);
  let made = 0;
  const contexts = [1, 2].map(() => testContext({ database: {} as Database, clock }));
  const ask = ({ tookMs = 0, key = 'all', of = 0, fails = false } = {}) => {
    const context = contexts[of];
    if (context === undefined) throw new Error('there are two databases');
    return answer({
      context,
      key,
      work: async () => {
        clock.advance(tookMs);
        if (fails) throw new Error('the database is away');
        return ++made;
      },
    });
  };
  return { ask, clock };
}

describe('an answer that all share', () => {
  it('is made anew each time where it comes quickly', async () => {
    const { ask } = shared();
    expect([await ask({ tookMs: 100 }), await ask()]).toEqual([1, 2]);
  });

  it('is kept for twenty times as long as it took, and no longer', async () => {
    const { ask, clock } = shared();
    await ask({ tookMs: 400 });
    clock.advance(7_999);
    expect(await ask()).toBe(1);
    clock.advance(1);
    expect(await ask()).toBe(2);
  });

  it('is kept for half a minute at most', async () => {
    const { ask, clock } = shared();
    await ask({ tookMs: 10_000 });
    clock.advance(30_000);
    expect(await ask()).toBe(2);
  });

  it('is made once for all who ask meanwhile', async () => {
    const { ask } = shared();
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  });

  it('belongs to its question and its database', async () => {
    const { ask } = shared();
    await ask({ tookMs: 1_000 });
    expect([await ask({ key: 'other' }), await ask({ of: 1 }), await ask()]).toEqual([2, 3, 1]);
  });

  it('is not kept where the work failed', async () => {
    const { ask } = shared();
    await expect(ask({ tookMs: 1_000, fails: true })).rejects.toThrow('the database is away');
    expect(await ask()).toBe(1);
  });
});
