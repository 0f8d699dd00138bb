import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Holds back an address that tries one wrong write key after the other, before each costs the database a question. */
export interface WrongKeyLimit {
  /** Seconds to wait; undefined where the key may be asked about. */
  secondsToWait(asked: { request: FastifyRequest; key: string }): Promise<number | undefined>;
  noteWrong(asked: { request: FastifyRequest; key: string }): Promise<void>;
  noteGood(key: string): void;
}

/** More keys than this no installation has; what is forgotten is known again by its next good request. */
const mostKnown = 1_000;

/**
 * Keys that were good once are asked about however many wrong ones came from there: behind a proxy that hides addresses
 * one outdated tag must not shut out all other senders.
 */
export function limitWrongKeys({ app, perMinute }: { app: FastifyInstance; perMinute: number }): WrongKeyLimit {
  const count = app.createRateLimit({ max: perMinute, timeWindow: '1 minute' });
  const good = new Set<string>();
  return {
    async secondsToWait({ request, key }) {
      if (good.has(key)) return undefined;
      const tried = await count(request, { increment: false });
      return !tried.isAllowed && tried.remaining === 0 ? Math.max(1, tried.ttlInSeconds) : undefined;
    },
    async noteWrong({ request, key }) {
      good.delete(key);
      await count(request);
    },
    noteGood(key) {
      if (good.size >= mostKnown) good.clear();
      good.add(key);
    },
  };
}
