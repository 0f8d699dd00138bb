import { type LeadRow, lead } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';

const mostMerges = 10;

/**
 * The lead of this id, or the one that stayed where it was merged.
 * @throws RequestError where it never was, or was deleted or erased
 */
export async function findLead({ context, lead: id }: { context: Context; lead: LeadId }): Promise<LeadRow> {
  let wanted = id;
  for (let step = 0; step <= mostMerges; step++) {
    const [row] = await context.database.select().from(lead).where(eq(lead.id, wanted));
    if (row === undefined || row.deletedAt !== null || row.erasedAt !== null) break;
    if (row.mergedInto === null) return row;
    wanted = row.mergedInto;
  }
  throw notFound({
    ja: 'このリードは見つかりません。消去されたか、リンクが古いようです。',
    en: 'There is no such lead. It was erased, or the link is out of date.',
  });
}
