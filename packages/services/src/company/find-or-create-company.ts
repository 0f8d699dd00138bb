import { company } from '@sodate/database/schema/lead';
import type { CompanyId } from '@sodate/journey/id';
import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { CompanyTraits } from '../identity/read-traits.ts';
import { companyNameKey } from '../lead/company-name-key.ts';
import { isFreeMailDomain } from '../lead/is-free-mail-domain.ts';
import { emailDomain } from '../lead/normalise-email.ts';

/**
 * The company that a person says to work for: by name without its legal form, else by the domain of the mail address.
 * A name nobody has yet makes a company; a domain alone does not. Undefined: nothing told.
 */
export async function findOrCreateCompany({
  context,
  traits,
  email,
}: {
  context: Context;
  traits: CompanyTraits;
  email?: string;
}): Promise<CompanyId | undefined> {
  const domain = traits.domain ?? ownDomain(email);
  if (traits.name === undefined) return domain === undefined ? undefined : findByDomain({ context, domain });
  const nameKey = companyNameKey(traits.name);
  const found = await findByNameKey({ context, nameKey });
  if (found !== undefined) return found;
  // Two forms of one company's people at once must not make it twice; no unique index, since namesakes exist.
  await context.database.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`company ${nameKey}`}, 0))`);
  const madeMeanwhile = await findByNameKey({ context, nameKey });
  if (madeMeanwhile !== undefined) return madeMeanwhile;
  const { name, industry, employees } = traits;
  const [made] = await context.database
    .insert(company)
    .values({ name, nameKey, domain: domain ?? null, industry: industry ?? null, employees: employees ?? null })
    .returning({ id: company.id });
  return made?.id;
}

function ownDomain(email: string | undefined): string | undefined {
  const domain = email === undefined ? undefined : emailDomain(email);
  return domain === undefined || isFreeMailDomain(domain) ? undefined : domain;
}

async function findByNameKey({ context, nameKey }: { context: Context; nameKey: string }) {
  return findFirst({ context, where: eq(company.nameKey, nameKey) });
}

async function findByDomain({ context, domain }: { context: Context; domain: string }) {
  return findFirst({ context, where: eq(company.domain, domain) });
}

async function findFirst({ context, where }: { context: Context; where: ReturnType<typeof eq> }) {
  const rows = await context.database
    .select({ id: company.id })
    .from(company)
    .where(where)
    .orderBy(asc(company.id))
    .limit(1);
  return rows[0]?.id;
}
