import { rightNow } from '@sodate/database/columns';
import { type LeadRow, lead } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { findOrCreateCompany } from '../company/find-or-create-company.ts';
import type { Context } from '../context.ts';
import { isTestAddress } from '../lead/is-test-address.ts';
import { readTestAddresses } from '../organisation/read-test-addresses.ts';
import type { Claim } from './find-claimed-lead.ts';
import { readOwnFields } from './read-own-fields.ts';
import type { PersonTraits } from './read-traits.ts';

type Patch = { -readonly [Column in keyof LeadRow]?: LeadRow[Column] };

/**
 * Writes what is newly known about a lead, in the open transaction. A trusted sender overwrites; any other fills what
 * is empty. Address and userId come by `claim`, already cleared of those that belong to others.
 * @returns the names of the attributes that changed; undefined where the lead was merged or erased meanwhile
 */
export async function fillLead({
  context,
  lead: id,
  claim,
  traits,
  trusted,
}: {
  context: Context;
  lead: LeadId;
  claim: Claim;
  traits: PersonTraits;
  trusted: boolean;
}): Promise<readonly string[] | undefined> {
  const [row] = await context.database.select().from(lead).where(eq(lead.id, id)).for('no key update');
  if (row === undefined || row.erasedAt !== null || row.mergedInto !== null) return undefined;
  const told: Patch = { ...(traits.fields as Patch), ...claim };
  const companyId = await companyFor({ context, row, traits, trusted, claim });
  if (companyId !== undefined) told.companyId = companyId;
  const patch = changesOf({ row, told, trusted });
  const own = await readOwnFields({ context, rest: traits.rest });
  const changedOwn = Object.entries(own).filter(([name, value]) =>
    trusted ? row.attributes[name] !== value : isEmpty(row.attributes[name]),
  );
  if (changedOwn.length > 0) patch.attributes = { ...row.attributes, ...Object.fromEntries(changedOwn) };
  const changed = [...Object.keys(patch).filter((name) => name !== 'attributes'), ...changedOwn.map(([name]) => name)];
  if (changed.length === 0) return [];
  if (patch.email) Object.assign(patch, await withNewAddress({ context, email: patch.email }));
  await context.database
    .update(lead)
    .set({ ...patch, updatedAt: rightNow })
    .where(eq(lead.id, id));
  return changed.map((name) => (name === 'companyId' ? 'company' : name));
}

/** Asked only where the answer would be written: a lead with a company keeps it, unless a trusted sender names one. */
async function companyFor({
  context,
  row,
  traits,
  trusted,
  claim,
}: {
  context: Context;
  row: LeadRow;
  traits: PersonTraits;
  trusted: boolean;
  claim: Claim;
}) {
  if (row.companyId !== null && !(trusted && traits.company.name !== undefined)) return undefined;
  const email = claim.email ?? row.email ?? undefined;
  return findOrCreateCompany({ context, traits: traits.company, ...(email === undefined ? {} : { email }) });
}

function changesOf({ row, told, trusted }: { row: LeadRow; told: Patch; trusted: boolean }): Patch {
  const changes = Object.entries(told).filter(([name, value]) => {
    const present = row[name as keyof LeadRow];
    return trusted ? present !== value : isEmpty(present);
  });
  return Object.fromEntries(changes);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Another address has not bounced, and may make the lead a test lead. */
async function withNewAddress({ context, email }: { context: Context; email: string }): Promise<Patch> {
  const testAddresses = await readTestAddresses({ context });
  return { bouncedAt: null, ...(isTestAddress({ email, testAddresses }) ? { test: true } : {}) };
}
