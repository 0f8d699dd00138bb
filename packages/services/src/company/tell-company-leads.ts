import { companyChange, lead } from '@sodate/database/schema/lead';
import { and, asc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { crashPoint } from '../engine/crash-point.ts';
import { appendEvents } from '../event/append-events.ts';
import { inTransaction } from '../transaction.ts';

/** Few: the hops of these leads wait until they are told, and give up after two seconds. */
const leadsATime = 100;

/**
 * Tells up to 100 leads of the oldest change of a company that its leads have not all heard of: one event each, their
 * rows locked in order, in one transaction with the mark of how far it came. Several workers may call it. Gives how
 * many changes it worked at: 0 where none is left.
 */
export async function tellCompanyLeads({ context }: { context: Context }): Promise<number> {
  const worked = await inTransaction({ context }, tellSome);
  await crashPoint('batch.mid');
  return worked;
}

async function tellSome(context: Context): Promise<number> {
  const [change] = await context.database
    .select()
    .from(companyChange)
    .orderBy(asc(companyChange.id))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!change) return 0;
  const found = await context.database
    .select({ id: lead.id })
    .from(lead)
    .where(
      and(
        eq(lead.companyId, change.companyId),
        isNull(lead.erasedAt),
        isNull(lead.mergedInto),
        change.told === null ? undefined : gt(lead.id, change.told),
        change.except === null ? undefined : ne(lead.id, change.except),
      ),
    )
    .orderBy(asc(lead.id))
    .limit(leadsATime);
  const properties = { of: 'company', attribute: change.attributes.join(', ') };
  const events = found.map(({ id }) => ({ lead: id, name: 'attribute-changed' as const, properties }));
  await appendEvents({ context, events });
  const last = found.at(-1);
  if (last === undefined || found.length < leadsATime)
    await context.database.delete(companyChange).where(eq(companyChange.id, change.id));
  else await context.database.update(companyChange).set({ told: last.id }).where(eq(companyChange.id, change.id));
  return 1;
}
