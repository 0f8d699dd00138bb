import { company, lead } from '@sodate/database/schema/lead';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { companiesInAll, makeCompany } from './make-company.ts';
import { seededRandom } from './random.ts';

let known: readonly string[] | undefined;

/** The domains of all companies that the seed can make; a company's number alone decides its domain. */
export function madeUpDomains(): readonly string[] {
  known ??= Array.from(
    { length: companiesInAll },
    (_, number) => makeCompany({ number, random: seededRandom(number), language: 'ja' }).domain,
  );
  return known;
}

/** Holds for leads of the seed: at a made-up company, with an address there. One whose address was changed is ours. */
export function isMadeUp(): SQL | undefined {
  return and(
    inArray(company.domain, sql`(select jsonb_array_elements_text(${JSON.stringify(madeUpDomains())}::text::jsonb))`),
    sql`${lead.email} like '%@' || ${company.domain}`,
  );
}

/** How many leads of the seed are there. */
export async function countMadeUpLeads({ context }: { context: Context }): Promise<number> {
  const [row] = await context.database
    .select({ count: sql<number>`count(*)::int` })
    .from(lead)
    .innerJoin(company, eq(company.id, lead.companyId))
    .where(isMadeUp());
  return row?.count ?? 0;
}
