import { rightNow } from '@sodate/database/columns';
import { lead } from '@sodate/database/schema/lead';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { findLead } from './find-lead.ts';
import type { leadInput } from './get-lead.ts';

/** Lets mails go to an address again that once took none: a person knows better. @throws RequestError 'not-found'. */
export async function clearBounce({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof leadInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const { id } = await findLead({ context: inner, lead: input.lead });
    const cleared = await inner.database
      .update(lead)
      .set({ bouncedAt: null, updatedAt: rightNow })
      .where(and(eq(lead.id, id), isNotNull(lead.bouncedAt)))
      .returning({ id: lead.id });
    if (cleared.length === 0) return;
    await writeAudit({ context: inner, line: { action: 'lead-bounce-cleared', subject: 'lead', subjectId: id } });
  });
}
