import { organisation } from '@sodate/database/schema/organisation';
import type { Context } from '../context.ts';

/** Addresses and domains whose leads are test leads; none before set-up. */
export async function readTestAddresses({ context }: { context: Context }): Promise<readonly string[]> {
  const [row] = await context.database.select({ testAddresses: organisation.testAddresses }).from(organisation);
  return row?.testAddresses ?? [];
}
