import type { HandoffRow } from '@sodate/database/schema/handoff';
import type { Context } from '../context.ts';
import { findSalesManagers } from './find-sales-managers.ts';
import { notifyPerson } from './notify-person.ts';

/** Tells those who can choose an owner that a hand-off has none. */
export async function tellUnassigned({ context, row }: { context: Context; row: HandoffRow }): Promise<void> {
  for (const id of await findSalesManagers({ context, handoff: { ...row, ownerId: null } })) {
    await notifyPerson({ context, handoff: row, user: id, notice: 'unassigned' });
  }
}
