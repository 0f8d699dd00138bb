import { notice } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { requirePerson } from '../person/require-person.ts';

/** Without `ids`: all of them. */
export const markNoticesReadInput = z.object({
  ids: z
    .array(z.uuid().transform((id) => asId<'notice'>(id)))
    .max(200)
    .optional(),
});

/** Marks the person's own notices as read. */
export async function markNoticesRead({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof markNoticesReadInput>;
}): Promise<void> {
  await context.database
    .update(notice)
    .set({ readAt: context.clock.now() })
    .where(
      and(
        eq(notice.userId, requirePerson(context)),
        isNull(notice.readAt),
        input.ids === undefined ? undefined : inArray(notice.id, input.ids),
      ),
    );
}
