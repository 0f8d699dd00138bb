import { lead } from '@sodate/database/schema/lead';
import { mailVersion, sentMail } from '@sodate/database/schema/mail';
import { asId, type LeadId } from '@sodate/journey/id';
import { renderMail } from '@sodate/mail/render/render-mail';
import { createMailTransport } from '@sodate/mail/transport/create-mail-transport';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import { storeEvents } from '@sodate/services/event/store-events';
import { readScore } from '@sodate/services/score/read-score';
import { connectClient } from '@sodate/worker/temporal/connect-client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { eq, sql } from 'drizzle-orm';
import { waitMs } from './bench-journey.ts';
import { isOneOf } from './is-one-of.ts';
import { pause } from './pause.ts';
import type { PlainActivities } from './plain-journey.ts';
import { type BenchHost, forEachAtOnce } from './start-bench-host.ts';

const driversAtOnce = 20;
const taskQueue = 'plain';

export interface Plain {
  carry(leads: readonly LeadId[]): Promise<number>;
  historyLength(lead: LeadId): Promise<number>;
  stop(): Promise<void>;
}

/** The same journey by hand: the same events stored, the same mails made and sent, the same score asked. */
export async function runPlain(host: BenchHost): Promise<Plain> {
  const workflowsPath = new URL('./plain-journey.ts', import.meta.url).pathname;
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address: host.temporal.address });
  const transport = createMailTransport({ url: host.smtpUrl });
  const worker = await Worker.create({
    connection,
    namespace: host.temporal.namespace,
    taskQueue,
    workflowBundle: { code },
    activities: createActivities({ host, transport }),
    maxConcurrentWorkflowTaskExecutions: 100,
    maxConcurrentActivityTaskExecutions: 100,
    maxCachedWorkflows: 5_000,
  });
  const running = worker.run();
  const { client, close } = await connectClient(host.temporal);
  return {
    carry: (leads) => carry({ host, client, leads }),
    historyLength: async (who) => (await client.workflow.getHandle(`plain/${who}`).fetchHistory()).events?.length ?? 0,
    stop: async () => {
      worker.shutdown();
      await running;
      transport.close();
      await close();
      await connection.close();
    },
  };
}

function createActivities({
  host: { context, mail, mailVersion: version },
  transport,
}: {
  host: BenchHost;
  transport: ReturnType<typeof createMailTransport>;
}): PlainActivities {
  return {
    sendMail: async ({ lead: id, number }) => {
      const [who] = await context.database
        .select()
        .from(lead)
        .where(eq(lead.id, asId<'lead'>(id)));
      const [template] = await context.database
        .select()
        .from(mailVersion)
        .where(eq(mailVersion.id, asId<'mail-version'>(version)));
      if (!who?.email || !template) throw new Error('no such lead or mail');
      const key = `plain/${id}/${number}`;
      const made = renderMail({
        template,
        variables: { lead: { name: who.name } },
        linkUrl: ({ number: link }: { number: number }) => `http://bench.test/${link}`,
        pixelUrl: 'http://bench.test/p.gif',
      } as never);
      await context.database.insert(sentMail).values({
        effectKey: key,
        leadId: who.id,
        mailId: asId(mail),
        mailVersionId: template.id,
        subject: made.subject,
        html: made.html,
        links: made.links,
        address: who.email,
      });
      const result = await transport.send({
        limitMs: 5_000,
        message: {
          messageId: messageIdOf({ key }),
          from: { name: 'Bench', address: 'bench@example.jp' },
          to: { name: who.name, address: who.email },
          subject: made.subject,
          html: made.html,
          text: made.text,
          headers: {},
        },
      });
      if (result.kind !== 'sent') throw new Error(result.error);
      await context.database.update(sentMail).set({ sentAt: sql`now()` }).where(eq(sentMail.effectKey, key));
      await storeEvents({ context, events: [{ lead: who.id, name: 'mail-sent', mail: asId(mail) }] });
    },
    readTotal: async ({ lead: id }) => (await readScore({ context, lead: asId(id), now: context.clock.now() })).total,
  };
}

async function carry({
  host: { context, mail },
  client,
  leads,
}: {
  host: BenchHost;
  client: Awaited<ReturnType<typeof connectClient>>['client'];
  leads: readonly LeadId[];
}): Promise<number> {
  const startedMs = performance.now();
  const clicking = clickWhenSent({ context, mail, client, leads });
  await forEachAtOnce({
    items: leads,
    atOnce: driversAtOnce,
    work: async (who) => {
      await storeEvents({
        context,
        events: [{ lead: who, name: 'page-viewed', thing: { kind: 'page', key: 'bench.test/plain', path: '/plain' } }],
      });
      await client.workflow.start('plainJourney', {
        taskQueue,
        workflowId: `plain/${who}`,
        args: [{ lead: who, waitMs }],
      });
    },
  });
  await clicking;
  await forEachAtOnce({
    items: leads,
    atOnce: driversAtOnce,
    work: (who) => client.workflow.getHandle(`plain/${who}`).result(),
  });
  return (performance.now() - startedMs) / 1_000;
}

async function clickWhenSent({
  context,
  mail,
  client,
  leads,
}: Pick<BenchHost, 'context' | 'mail'> & {
  client: Awaited<ReturnType<typeof connectClient>>['client'];
  leads: readonly LeadId[];
}): Promise<void> {
  const waiting = new Set(leads);
  while (waiting.size > 0) {
    const rows = await context.database
      .select({ lead: sentMail.leadId })
      .from(sentMail)
      .where(isOneOf(sentMail.leadId, waiting));
    const fresh = rows.filter(({ lead: who }) => waiting.delete(who));
    await forEachAtOnce({
      items: fresh,
      atOnce: driversAtOnce,
      work: async ({ lead: who }) => {
        await storeEvents({
          context,
          events: [
            { lead: who, name: 'mail-clicked', mail: asId(mail), thing: { kind: 'link', key: 'bench.test/cases' } },
          ],
        });
        await client.workflow.getHandle(`plain/${who}`).signal('clicked');
      },
    });
    if (fresh.length === 0) await pause();
  }
}
