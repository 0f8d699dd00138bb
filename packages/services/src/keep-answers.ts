import type { Database } from '@sodate/database/connect';
import { type Instant, type Milliseconds, plus } from '@sodate/journey/time/instant';
import type { Context } from './context.ts';

interface Kept<Answer> {
  readonly answer: Promise<Answer>;
  /** Not set while the answer is being made. */
  until?: Instant;
}

/** How long an answer is kept, by how long it took. */
export type KeepFor = (tookMs: Milliseconds) => Milliseconds;

const quickMs = 200;
const mostMs = 30_000;

/** What came quickly is asked anew each time; what was dear is kept for twenty times as long as it took, half a minute at most. */
export const byCost: KeepFor = (tookMs) => (tookMs < quickMs ? 0 : Math.min(mostMs, 20 * tookMs));

/**
 * Gives out answers that all who ask share: whoever asks while one is being made waits for that one, and gets it while it
 * is kept. An answer that fails is not kept. Each database has its own.
 */
export function keepAnswers<Key, Answer>(keepFor: KeepFor) {
  const caches = new WeakMap<Database, Map<Key, Kept<Answer>>>();
  return async function answer({
    context: { clock, database },
    key,
    work,
  }: {
    context: Context;
    key: Key;
    work: () => Promise<Answer>;
  }): Promise<Answer> {
    const cache = caches.get(database) ?? new Map<Key, Kept<Answer>>();
    caches.set(database, cache);
    const asked = clock.now();
    for (const [other, { until }] of cache) if (until !== undefined && until <= asked) cache.delete(other);
    const known = cache.get(key);
    if (known !== undefined) return await known.answer;
    const kept: Kept<Answer> = { answer: work() };
    cache.set(key, kept);
    try {
      const made = await kept.answer;
      const now = clock.now();
      kept.until = plus(now, keepFor(now - asked));
      return made;
    } catch (error) {
      cache.delete(key);
      throw error;
    }
  };
}
