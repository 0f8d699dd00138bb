import { enrollment } from '@sodate/database/schema/enrollment';
import { asId, type LeadId, type NodeId } from '@sodate/journey/id';
import { type RunningWorker, startWorker } from '@sodate/worker/serve';
import { connectClient } from '@sodate/worker/temporal/connect-client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { eq } from 'drizzle-orm';
import { benchPlan } from './bench-journey.ts';
import { carryLeads } from './carry-leads.ts';
import { publishBenchJourney } from './publish-bench-journey.ts';
import type { BenchHost } from './start-bench-host.ts';

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
    carry: (leads) => carryLeads({ host, leads }),
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
