import { refusedOrigin, writeKey } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { createWriteKeyInput } from './create-write-key.ts';
import { mayWriteFrom } from './may-write-from.ts';
import { writeKeyMissing } from './write-key-missing.ts';

export const updateWriteKeyInput = z.object({
  id: z.uuid().transform((id) => asId<'write-key'>(id)),
  name: createWriteKeyInput.shape.name,
  domains: createWriteKeyInput.shape.domains,
});

/** Changes the name and the sites that a key is good for; holds at once. @throws RequestError where unknown */
export async function updateWriteKey({
  context,
  input: { id, name, domains },
}: {
  context: Context;
  input: z.output<typeof updateWriteKeyInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const changed = await inner.database
      .update(writeKey)
      .set({ name, domains })
      .where(and(eq(writeKey.id, id), isNull(writeKey.revokedAt)))
      .returning({ id: writeKey.id });
    if (changed.length === 0) throw writeKeyMissing();
    const refused = await inner.database
      .select({ origin: refusedOrigin.origin })
      .from(refusedOrigin)
      .where(eq(refusedOrigin.writeKeyId, id));
    const letIn = refused.map(({ origin }) => origin).filter((origin) => mayWriteFrom({ domains, origin }));
    if (letIn.length > 0) {
      await inner.database
        .delete(refusedOrigin)
        .where(and(eq(refusedOrigin.writeKeyId, id), inArray(refusedOrigin.origin, letIn)));
    }
    await writeAudit({
      context: inner,
      line: { action: 'write-key-changed', subject: 'write-key', subjectId: id, detail: { name, domains } },
    });
  });
}
