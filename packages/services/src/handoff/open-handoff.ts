import { handoff } from '@sodate/database/schema/handoff';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { requirePerson } from '../person/require-person.ts';
import type { handoffInput } from './handoff-input.ts';
import { markNoticesOf } from './mark-notices-of.ts';

/** Whoever looks at a hand-off has read what they were told of it; gives how many notices that were. */
export async function openHandoff({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof handoffInput>;
}): Promise<{ readonly read: number }> {
  const reader = requirePerson(context);
  const { id, leadId } = handoff;
  const [row] = await context.database.select({ id, leadId }).from(handoff).where(eq(id, input.handoff));
  return { read: row === undefined ? 0 : await markNoticesOf({ context, row, reader }) };
}
