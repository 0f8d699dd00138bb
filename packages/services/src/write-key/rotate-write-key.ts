import { writeKey } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { createWriteKey } from './create-write-key.ts';
import type { ListedWriteKey } from './list-write-keys.ts';
import { writeKeyMissing } from './write-key-missing.ts';

export const rotateWriteKeyInput = z.object({ id: z.uuid() });

/**
 * Makes a new key that stands for the same sites. The old one stays good, marked as the old one, until a person revokes it:
 * so a site can be changed without losing a visit. @throws RequestError where unknown
 */
export async function rotateWriteKey({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof rotateWriteKeyInput>;
}): Promise<ListedWriteKey> {
  return await inTransaction({ context }, async (inner) => {
    const same = and(eq(writeKey.id, asId(input.id)), isNull(writeKey.revokedAt));
    const [old] = await inner.database.select().from(writeKey).where(same).for('update');
    if (old === undefined) throw writeKeyMissing();
    const japanese = context.actor.kind === 'user' && context.actor.language === 'ja';
    const marked = japanese ? `${old.name}（古いキー）` : `${old.name} (old key)`;
    await inner.database
      .update(writeKey)
      .set({ name: marked.slice(0, 100) })
      .where(same);
    const { name, kind, domains } = old;
    return await createWriteKey({ context: inner, input: { name, kind, domains } });
  });
}
