import { organisation } from '@sodate/database/schema/organisation';
import type { Language } from '@sodate/journey/text';
import type { Context } from '../context.ts';

/**
 * Locks the organisation until the transaction ends, so that the made-up sales team comes and goes by one at a time.
 * Undefined before set-up.
 */
export async function lockOrganisation({
  context,
}: {
  context: Context;
}): Promise<{ readonly language: Language } | undefined> {
  const [own] = await context.database
    .select({ language: organisation.language })
    .from(organisation)
    .for('no key update');
  return own;
}
