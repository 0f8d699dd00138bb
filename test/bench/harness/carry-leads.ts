import { enrollment } from '@sodate/database/schema/enrollment';
import { asId, type LeadId } from '@sodate/journey/id';
import { storeEvents } from '@sodate/services/event/store-events';
import { and, eq, sql } from 'drizzle-orm';
import { isOneOf } from './is-one-of.ts';
import { pause } from './pause.ts';
import { type BenchHost, forEachAtOnce } from './start-bench-host.ts';

const driversAtOnce = 20;

/** Visits, clicks, and waits until the passages of all have ended. Gives the seconds it took. */
export async function carryLeads({
  host: { context, mail },
  leads,
}: {
  host: BenchHost;
  leads: readonly LeadId[];
}): Promise<number> {
  const startedMs = performance.now();
  const clicking = clickAsTheyListen({ context, mail, leads });
  await forEachAtOnce({
    items: leads,
    atOnce: driversAtOnce,
    work: async (lead) => {
      await storeEvents({
        context,
        events: [{ lead, name: 'page-viewed', thing: { kind: 'page', key: 'bench.test/bench', path: '/bench' } }],
      });
    },
  });
  await clicking;
  for (;;) {
    const [row] = await context.database
      .select({ ended: sql<number>`count(*)::int` })
      .from(enrollment)
      .where(and(isOneOf(enrollment.leadId, leads), eq(enrollment.state, 'ended')));
    if (row?.ended === leads.length) return (performance.now() - startedMs) / 1_000;
    await pause();
  }
}

async function clickAsTheyListen({
  context,
  mail,
  leads,
}: Pick<BenchHost, 'context' | 'mail'> & { leads: readonly LeadId[] }): Promise<void> {
  const waiting = new Set(leads);
  while (waiting.size > 0) {
    const rows = await context.database
      .select({ id: enrollment.id, lead: enrollment.leadId })
      .from(enrollment)
      .where(and(isOneOf(enrollment.leadId, waiting), eq(enrollment.node, asId<'node'>('click'))));
    const fresh = rows.filter(({ lead }) => waiting.delete(lead));
    await forEachAtOnce({
      items: fresh,
      atOnce: driversAtOnce,
      work: async ({ id, lead }) => {
        await storeEvents({
          context,
          events: [
            {
              lead,
              name: 'mail-clicked',
              mail: asId(mail),
              enrollment: id,
              node: asId('first'),
              thing: { kind: 'link', key: 'bench.test/cases' },
            },
          ],
        });
      },
    });
    if (fresh.length === 0) await pause();
  }
}
