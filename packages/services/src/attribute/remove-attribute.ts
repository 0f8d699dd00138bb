import { attributeDefinition } from '@sodate/database/schema/lead';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { isBantAttribute } from './bant-attributes.ts';

export const removeAttributeInput = z.object({ of: z.enum(['lead', 'company']), name: z.string().max(80) });

/**
 * Takes an own field out of forms and pickers. Stored values stay, so that a mistake can be mended.
 * @throws RequestError where sales ask for the field at hand-offs
 */
export async function removeAttribute({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof removeAttributeInput>;
}): Promise<void> {
  const { of, name } = input;
  if (isBantAttribute(input)) {
    throw conflict({
      ja: '引き渡しのときに営業が答える項目なので、外せません。',
      en: 'Sales fill this field at hand-offs, so it cannot be removed.',
    });
  }
  await inTransaction({ context }, async (inner) => {
    const removed = await inner.database
      .delete(attributeDefinition)
      .where(and(eq(attributeDefinition.of, of), eq(attributeDefinition.name, name)))
      .returning({ name: attributeDefinition.name });
    if (removed.length === 0) return;
    const line = { action: 'attribute-removed', subject: 'attribute', subjectId: `${of}.${name}` } as const;
    await writeAudit({ context: inner, line });
  });
}
