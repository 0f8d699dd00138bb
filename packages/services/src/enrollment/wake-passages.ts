import type { EnrollmentRow } from '@sodate/database/schema/enrollment';
import { wakes } from '@sodate/journey/interpret/wakes';
import { asInstant } from '@sodate/journey/time/instant';
import type { Context } from '../context.ts';
import { readPassageState } from '../engine/passage-row.ts';
import { readVersion } from '../engine/read-version.ts';
import type { StoredEvent } from '../event/append-events.ts';
import { nudge } from './nudge.ts';

/** Nudges those of the passages that one of the events concerns. The caller holds their locks and the leads'. */
export async function wakePassages({
  context,
  stored,
  rows,
}: {
  context: Context;
  stored: readonly StoredEvent[];
  rows: readonly EnrollmentRow[];
}): Promise<void> {
  const woken: EnrollmentRow[] = [];
  for (const row of rows) {
    if (row.nudgedAt === null && (await isWoken({ context, row, stored }))) woken.push(row);
  }
  await nudge({ context, rows: woken });
}

async function isWoken({
  context,
  row,
  stored,
}: {
  context: Context;
  row: EnrollmentRow;
  stored: readonly StoredEvent[];
}): Promise<boolean> {
  const { plan } = await readVersion({ context, id: row.versionId });
  const state = readPassageState(row);
  return stored.some(
    ({ lead, event }) =>
      lead.id === row.leadId &&
      wakes({ plan, state, event: { ...event, storedAt: asInstant(event.storedAt + row.offsetMs) } }),
  );
}
