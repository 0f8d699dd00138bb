import { type EnrollmentRow, enrollment } from '@sodate/database/schema/enrollment';
import type { EnrollmentId } from '@sodate/journey/id';
import { wakes } from '@sodate/journey/interpret/wakes';
import { asInstant } from '@sodate/journey/time/instant';
import { and, asc, inArray, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readPassageState } from '../engine/passage-row.ts';
import { readVersion } from '../engine/read-version.ts';
import type { StoredEvent } from '../event/append-events.ts';
import { nudge } from './nudge.ts';

/** Nudges every open passage that one of the events concerns. The caller holds the leads' locks. */
export async function wakePassages({
  context,
  stored,
  except,
}: {
  context: Context;
  stored: readonly StoredEvent[];
  except?: EnrollmentId;
}): Promise<void> {
  const leads = [...new Set(stored.map(({ lead }) => lead.id))];
  const rows = await context.database
    .select()
    .from(enrollment)
    .where(
      and(
        inArray(enrollment.leadId, leads),
        ne(enrollment.state, 'ended'),
        except === undefined ? undefined : ne(enrollment.id, except),
      ),
    )
    .orderBy(asc(enrollment.id))
    .for('update');
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
