import { consent } from '@sodate/database/schema/lead';
import { asId } from '@sodate/journey/id';
import { formatInstant } from '@sodate/journey/time/instant';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { findLead } from '../lead/find-lead.ts';
import { type ConsentLine, leadInput } from '../lead/get-lead.ts';
import { idPageInput, type Page } from '../page.ts';

export const listConsentsInput = leadInput.extend(idPageInput.shape);

/** All that a lead ever said about its consents, newest first. @throws RequestError 'not-found'. */
export async function listConsents({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listConsentsInput>;
}): Promise<Page<ConsentLine & { readonly id: string }>> {
  const row = await findLead({ context, lead: input.lead });
  const before = input.after === undefined ? undefined : lt(consent.id, asId(input.after));
  const rows = await context.database
    .select()
    .from(consent)
    .where(and(eq(consent.leadId, row.id), before))
    .orderBy(desc(consent.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ id, topic, given, wording, source, at }) => ({
      id,
      topic,
      given,
      wording,
      source,
      at: formatInstant(at),
    })),
    ...(last === undefined ? {} : { next: last.id }),
  };
}
