import { organisation } from '@sodate/database/schema/organisation';
import type { Zone } from '@sodate/journey/time/wait-spec';
import type { Context } from '../context.ts';

const zoneBeforeSetUp: Zone = 'Asia/Tokyo';

/** The organisation's zone: a journey's unless it has its own. */
export async function readZone({ context }: { context: Context }): Promise<Zone> {
  const [row] = await context.database.select({ zone: organisation.zone }).from(organisation);
  return row?.zone ?? zoneBeforeSetUp;
}
