import { type OrganisationRow, organisation } from '@sodate/database/schema/organisation';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';

/** The organisation of this installation. @throws RequestError where set-up has not been done. */
export async function readOrganisation({ context }: { context: Context }): Promise<OrganisationRow> {
  const [row] = await context.database.select().from(organisation);
  if (row !== undefined) return row;
  throw notFound({ ja: '初期設定がまだ済んでいません。', en: 'This installation has not been set up yet.' });
}
