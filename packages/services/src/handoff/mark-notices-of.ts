import type { HandoffRow } from '@sodate/database/schema/handoff';
import { notice } from '@sodate/database/schema/organisation';
import type { UserId } from '@sodate/journey/id';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { noticesOfLeads } from '../notice/notices-of-leads.ts';
import { hrefOf } from './href-of.ts';

/** What somebody was told about a hand-off counts as read, notes for them left out where asked; gives how many they had not read. */
export async function markNoticesOf({
  context,
  row,
  reader,
  notes = true,
}: {
  context: Context;
  row: Pick<HandoffRow, 'id' | 'leadId'>;
  reader: UserId;
  notes?: boolean;
}): Promise<number> {
  const ofThis = and(noticesOfLeads([row.leadId]), eq(notice.href, hrefOf(row)), isNull(notice.readAt));
  const marked = await context.database
    .update(notice)
    .set({ readAt: context.clock.now() })
    .where(and(eq(notice.userId, reader), ofThis, ...(notes ? [] : [ne(notice.kind, 'handoff-noted')])))
    .returning({ id: notice.id });
  return marked.length;
}
