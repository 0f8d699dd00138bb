import { notice } from '@sodate/database/schema/organisation';
import { asId } from '@sodate/journey/id';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type Page, pageInput } from '../page.ts';
import { requirePerson } from '../person/require-person.ts';

export const listNoticesInput = pageInput;

export type ListedNotice = Pick<typeof notice.$inferSelect, 'id' | 'kind' | 'detail' | 'href' | 'readAt' | 'at'>;

/** The person's own notices, newest first. */
export async function listNotices({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listNoticesInput>;
}): Promise<Page<ListedNotice>> {
  const rows = await context.database
    .select({
      id: notice.id,
      kind: notice.kind,
      detail: notice.detail,
      href: notice.href,
      readAt: notice.readAt,
      at: notice.at,
    })
    .from(notice)
    .where(
      and(
        eq(notice.userId, requirePerson(context)),
        input.after === undefined ? undefined : lt(notice.id, asId(input.after)),
      ),
    )
    .orderBy(desc(notice.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return { rows: page, ...(last === undefined ? {} : { next: last.id }) };
}
