import { company } from '@sodate/database/schema/lead';
import { asId, type CompanyId } from '@sodate/journey/id';
import { asc, desc, eq, ilike, or } from 'drizzle-orm';
import { z } from 'zod';
import { escapeLike } from '../condition/escape-like.ts';
import type { Context } from '../context.ts';

export const searchCompaniesInput = z.object({
  search: z.string().trim().max(100).default(''),
  /** This one too, first, whatever it is called: the one chosen. */
  chosen: z.uuid().optional(),
  limit: z.number().int().min(1).max(50).default(20),
});

/** Companies whose name holds the text, by name; for pickers. */
export async function searchCompanies({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof searchCompaniesInput>;
}): Promise<readonly { readonly id: CompanyId; readonly name: string; readonly industry: string | null }[]> {
  const like = `%${escapeLike(input.search.normalize('NFKC'))}%`;
  const isChosen = input.chosen === undefined ? undefined : eq(company.id, asId<'company'>(input.chosen));
  return await context.database
    .select({ id: company.id, name: company.name, industry: company.industry })
    .from(company)
    .where(input.search === '' ? undefined : or(isChosen, ilike(company.name, like)))
    .orderBy(...(isChosen === undefined ? [] : [desc(isChosen)]), asc(company.name), asc(company.id))
    .limit(input.limit);
}
