import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EnrollmentRow } from '@sodate/database/schema/enrollment';
import { asId } from '@sodate/journey/id';
import { startMailbox } from '@sodate/mail/mailbox/start-mailbox';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import { connectClient } from '@sodate/worker/temporal/connect-client';
import type { Client } from '@temporalio/client';
import { buildWorkflows } from '../build-workflows.ts';
import { createTestDatabase } from '../database.ts';
import { furnish } from '../hosts/furnish.ts';
import { enter, newLead, publishPlan, testEngine } from '../hosts/test-engine.ts';
import { startTemporal, type TestTemporal } from '../start-temporal.ts';
import { faultPlan } from './fault-journey.ts';
import type { WorkerOrders } from './worker-process.ts';
import { faultTimings } from './zoo/fault-timings.ts';

export interface FaultHost {
  readonly context: EngineContext;
  readonly client: Client;
  readonly temporal: TestTemporal;
  /** For a worker of this host. */
  readonly orders: WorkerOrders;
  /** Lets so many new leads into the fault journey, one after another. */
  letIn(count: number): Promise<EnrollmentRow[]>;
  /** The Message-ID of every mail that has arrived. */
  readReceived(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Real stores and a real mail server of one test's own, with the fault journey published. */
export async function startFaultHost(): Promise<FaultHost> {
  const folder = await mkdtemp(join(tmpdir(), 'sodate-faults-'));
  const mailFolder = join(folder, 'mails');
  const [db, temporal, mailbox] = await Promise.all([
    createTestDatabase(),
    startTemporal(),
    startMailbox({ smtpPort: 0, folder: mailFolder }),
    buildWorkflows(),
  ]);
  const context = testEngine({ database: db.pool.database });
  const { client, close } = await connectClient(temporal);
  const { address: temporalAddress, namespace: temporalNamespace } = temporal;
  const smtpUrl = `smtp://127.0.0.1:${mailbox.port}`;
  return {
    context,
    client,
    temporal,
    orders: { databaseUrl: db.url, temporalAddress, temporalNamespace, smtpUrl, timings: faultTimings },
    letIn: await publishFaultJourney({ context }),
    readReceived: () => readMessageIds(mailFolder),
    stop: async () => {
      await close();
      await Promise.all([temporal.stop(), mailbox.close(), db.drop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function publishFaultJourney({ context }: { context: EngineContext }): Promise<FaultHost['letIn']> {
  const { mail, mailVersion } = await furnish({ context });
  const plan = faultPlan(mail);
  const mails = { [asId<'node'>('first')]: mailVersion, [asId<'node'>('second')]: mailVersion };
  const { version } = await publishPlan({ context, plan, mails });
  let known = 0;
  return async (count) => {
    const rows: EnrollmentRow[] = [];
    while (rows.length < count) {
      const lead = await newLead({ database: context.database, email: `lead-${++known}@example.jp` });
      rows.push(await enter({ context, lead, version, plan }));
    }
    return rows;
  };
}

async function readMessageIds(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.eml'));
  const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return mails.map((mail) => /^Message-ID:\s*(<[^>]+>)/im.exec(mail)?.[1] ?? 'none');
}
