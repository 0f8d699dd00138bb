import { rightNow } from '@sodate/database/columns';
import { writeKey } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { writeKeyMissing } from './write-key-missing.ts';

export const revokeWriteKeyInput = z.object({ id: z.uuid() });

/** Takes a key out of force at once: events sent with it are refused from now on. @throws RequestError where unknown */
export async function revokeWriteKey({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof revokeWriteKeyInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const [revoked] = await inner.database
      .update(writeKey)
      .set({ revokedAt: rightNow })
      .where(and(eq(writeKey.id, asId(input.id)), isNull(writeKey.revokedAt)))
      .returning({ name: writeKey.name });
    if (revoked === undefined) throw writeKeyMissing();
    const line = { action: 'write-key-revoked', subject: 'write-key', subjectId: input.id, detail: revoked };
    await writeAudit({ context: inner, line });
  });
}
