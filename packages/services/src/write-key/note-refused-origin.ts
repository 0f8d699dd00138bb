import { refusedOrigin } from '@sodate/database/schema/organisation';
import { asInstant } from '@sodate/journey/time/instant';
import { and, count, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { WriteKey } from './find-write-key.ts';

/** Anybody can make origins up: the rest is not kept. */
const mostOfAKey = 20;
const exactToMs = 10_000;

/** Remembers a site that was turned away with a key, so that a person may see it and let it in. */
export async function noteRefusedOrigin({
  context: { database, clock },
  key,
  origin,
}: {
  context: Context;
  key: WriteKey;
  origin: string;
}): Promise<void> {
  if (origin.length > 300) return;
  const now = clock.now();
  const same = and(eq(refusedOrigin.writeKeyId, key.id), eq(refusedOrigin.origin, origin));
  const [known] = await database.select({ lastAt: refusedOrigin.lastAt }).from(refusedOrigin).where(same);
  if (known !== undefined) {
    // A page that keeps trying must not keep writing.
    if (known.lastAt <= asInstant(now - exactToMs))
      await database.update(refusedOrigin).set({ lastAt: now }).where(same);
    return;
  }
  const [row] = await database
    .select({ there: count() })
    .from(refusedOrigin)
    .where(eq(refusedOrigin.writeKeyId, key.id));
  if ((row?.there ?? 0) >= mostOfAKey) return;
  await database.insert(refusedOrigin).values({ writeKeyId: key.id, origin, lastAt: now }).onConflictDoNothing();
}
