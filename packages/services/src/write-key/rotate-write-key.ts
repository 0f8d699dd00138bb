import { writeKey } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { createWriteKey } from './create-write-key.ts';
import type { ListedWriteKey } from './list-write-keys.ts';
import { writeKeyMissing } from './write-key-missing.ts';

const oldMarks = ['（古いキー）', ' (old key)'] as const;

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
    // Whoever renews an old key once more wants no key that is called old.
    const name = oldMarks.reduce((rest, end) => (rest.endsWith(end) ? rest.slice(0, -end.length) : rest), old.name);
    const mark = oldMarks[japanese ? 0 : 1];
    const marked = { name: `${name.slice(0, 100 - mark.length)}${mark}` };
    await inner.database.update(writeKey).set(marked).where(same);
    const line = { action: 'write-key-changed', subject: 'write-key', subjectId: old.id, detail: marked };
    await writeAudit({ context: inner, line });
    const { kind, domains } = old;
    return await createWriteKey({ context: inner, input: { name, kind, domains } });
  });
}
