import { type OrganisationRow, organisation } from '@sodate/database/schema/organisation';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { invalid, notFound } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import type { UpdateOrganisationInput } from './organisation-input.ts';

/** Changes the organisation's settings; parts left out stay. @throws RequestError where set-up has not been done. */
export async function updateOrganisation({
  context,
  input,
}: {
  context: Context;
  input: UpdateOrganisationInput;
}): Promise<OrganisationRow> {
  if (input.quietHours && input.quietHours.from === input.quietHours.to) throw emptyQuietHours();
  const changes = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return await inTransaction({ context }, async (inner) => {
    const [row] = await writeChanges({ context: inner, changes });
    if (row === undefined) throw notSetUp();
    if (Object.keys(changes).length === 0) return row;
    await writeAudit({
      context: inner,
      line: { action: 'organisation-changed', subject: 'organisation', subjectId: '1', detail: changes },
    });
    return row;
  });
}

/** The row as it is now; an update of nothing is no statement. */
async function writeChanges({
  context: { database },
  changes,
}: {
  context: Context;
  changes: Partial<OrganisationRow>;
}) {
  if (Object.keys(changes).length === 0) return await database.select().from(organisation);
  return await database.update(organisation).set(changes).returning();
}

function emptyQuietHours() {
  return invalid(
    { ja: '始まりと終わりを別の時刻にしてください。', en: 'Start and end must be different times.' },
    'quietHours',
  );
}

function notSetUp() {
  return notFound({ ja: '初期設定がまだ済んでいません。', en: 'This installation has not been set up yet.' });
}
