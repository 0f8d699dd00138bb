import { company, lead } from '@sodate/database/schema/lead';
import { refusal } from '@sodate/database/schema/refusal';
import { formatInstant } from '@sodate/journey/time/instant';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseCursor, readCursorTime } from '../page-cursor.ts';
import { journeyInput } from './journey-input.ts';

export const listRefusalsInput = journeyInput.extend(pageInput.shape);

/** The leads that a journey's triggers turned away, the latest first: why, how often, and when last. */
export async function listRefusals({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listRefusalsInput>;
}): Promise<Page<Awaited<ReturnType<typeof readRows>>[number]>> {
  const rows = await readRows({ context, input });
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
  if (last === undefined) return { rows: rows.slice(0, input.limit) };
  const next = formatCursor({ value: `${formatInstant(last.lastAt)}~${last.reason}`, id: last.lead });
  return { rows: rows.slice(0, input.limit), next };
}

async function readRows({ context, input }: { context: Context; input: z.output<typeof listRefusalsInput> }) {
  return await context.database
    .select({
      lead: lead.id,
      name: lead.name,
      email: lead.email,
      company: company.name,
      test: lead.test,
      reason: refusal.reason,
      node: refusal.node,
      count: refusal.count,
      lastAt: refusal.lastAt,
    })
    .from(refusal)
    .innerJoin(lead, eq(lead.id, refusal.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(and(eq(refusal.journeyId, input.journey), afterCursor(input.after)))
    .orderBy(desc(refusal.lastAt), desc(refusal.leadId), desc(refusal.reason))
    .limit(input.limit + 1);
}

function afterCursor(after: string | undefined) {
  if (after === undefined) return undefined;
  const { id, value } = parseCursor(after);
  const [at = '', reason = ''] = value.split('~');
  return sql`(${refusal.lastAt}, ${refusal.leadId}, ${refusal.reason}) < (${readCursorTime(at)}::timestamptz, ${id}::uuid, ${reason}::text)`;
}
