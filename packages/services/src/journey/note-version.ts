import { version } from '@sodate/database/schema/journey';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { journeyInput } from './journey-input.ts';
import { versionMissing } from './version-missing.ts';

export const versionInput = journeyInput.extend({ number: z.int32().min(1) });

export const noteVersionInput = versionInput.extend({ note: z.string().trim().max(500) });

/** Writes what a version is about. @throws RequestError 'not-found'. */
export async function noteVersion({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof noteVersionInput>;
}): Promise<void> {
  const { journey, number, note } = input;
  await inTransaction({ context }, async (inner) => {
    const [row] = await inner.database
      .update(version)
      .set({ note })
      .where(and(eq(version.journeyId, journey), eq(version.number, number)))
      .returning({ id: version.id });
    if (row === undefined) throw versionMissing();
    const line = { action: 'version-noted', subject: 'journey', subjectId: journey, detail: { number } };
    await writeAudit({ context: inner, line });
  });
}
