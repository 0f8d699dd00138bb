import { enrollment } from '@sodate/database/schema/enrollment';
import { asId, type LeadId, type NodeId } from '@sodate/journey/id';
import { storeEvents } from '@sodate/services/event/store-events';
import { type RunningWorker, startWorker } from '@sodate/worker/serve';
import { connectClient } from '@sodate/worker/temporal/connect-client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { and, eq, sql } from 'drizzle-orm';
import { benchPlan } from './bench-journey.ts';
import { isOneOf } from './is-one-of.ts';
import { pause } from './pause.ts';
import { publishBenchJourney } from './publish-bench-journey.ts';
import { type BenchHost, forEachAtOnce } from './start-bench-host.ts';

const driversAtOnce = 20;

export interface Product {
  /** Sends the leads through the journey; resolves with the seconds it took once all have ended. */
  carry(leads: readonly LeadId[]): Promise<number>;
  /** Events in the history of one lead's workflow. */
  historyLength(lead: LeadId): Promise<number>;
  stop(): Promise<void>;
}

/** The product itself: a published journey, a worker, and visitors who come and click. */
export async function runProduct(host: BenchHost): Promise<Product> {
  await publish(host);
  const worker = await launchWorker(host);
  const { client, close } = await connectClient(host.temporal);
  return {
    carry: (leads) => carry({ host, leads }),
    historyLength: async (lead) => {
      const [row] = await host.context.database
        .select({ id: enrollment.id })
        .from(enrollment)
        .where(eq(enrollment.leadId, lead));
      const handle = client.workflow.getHandle(`enrollment/${row?.id}`);
      await handle.result();
      return (await handle.fetchHistory()).events?.length ?? 0;
    },
    stop: async () => {
      await worker.close();
      await close();
    },
  };
}

async function publish(host: BenchHost): Promise<void> {
  const mails = {
    [asId<'node'>('first') as NodeId]: host.mailVersion,
    [asId<'node'>('second') as NodeId]: host.mailVersion,
  };
  await publishBenchJourney({ host, plan: benchPlan(host.mail), mails });
}

async function launchWorker(host: BenchHost): Promise<RunningWorker> {
  const workflowsPath = new URL('../../../workflows/src/index.ts', import.meta.url).pathname;
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  return startWorker({
    bundle: { code },
    config: {
      databaseUrl: host.databaseUrl,
      temporalAddress: host.temporal.address,
      temporalNamespace: host.temporal.namespace,
      smtpUrl: host.smtpUrl,
      publicUrl: 'http://bench.test',
      logLevel: 'silent',
    },
  });
}

async function carry({
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
