import { lead } from '@sodate/database/schema/lead';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { updateOrganisationInput } from '../organisation/organisation-input.ts';
import { inTransaction } from '../transaction.ts';

export const matchTestLeadsInput = z.object({ testAddresses: updateOrganisationInput.shape.testAddresses.unwrap() });

export interface MatchedTestLeads {
  /** At most 1,000 are counted. */
  readonly count: number;
  readonly leads: readonly { readonly id: string; readonly name: string; readonly email: string }[];
}

const mostCounted = 1_000;
const shown = 20;
const patienceMs = 15_000;

/** Which leads these addresses and domains mean, stored or not: how many, and the first few. */
export async function matchTestLeads({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof matchTestLeadsInput>;
}): Promise<MatchedTestLeads> {
  const entries = input.testAddresses.map((entry) => entry.normalize('NFKC').replace(/^@/, ''));
  if (entries.length === 0) return { count: 0, leads: [] };
  const addresses = JSON.stringify(entries.filter((entry) => entry.includes('@')));
  const domains = JSON.stringify(entries.filter((entry) => !entry.includes('@')));
  return inTransaction({ context }, async ({ database }) => {
    // Domains have no index: a list of a million leads is read once, by an admin who asks for it.
    await database.execute(sql`set local statement_timeout = ${sql.raw(String(patienceMs))}`);
    const rows = await database
      .select({ id: lead.id, name: lead.name, email: lead.email })
      .from(lead)
      .where(
        sql`${lead.mergedInto} is null and ${lead.deletedAt} is null and ${lead.erasedAt} is null and
          (${lead.email} in (select jsonb_array_elements_text(${addresses}::text::jsonb))
          or split_part(${lead.email}, '@', 2) in (select jsonb_array_elements_text(${domains}::text::jsonb)))`,
      )
      .limit(mostCounted);
    return { count: rows.length, leads: rows.slice(0, shown).map((row) => ({ ...row, email: row.email ?? '' })) };
  });
}
