import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@sodate/cli/process/find-free-port';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import type { Timings } from '@sodate/services/timings';
import { connectClient } from '@sodate/worker/temporal/connect-client';
import type { Client } from '@temporalio/client';
import { buildWorkflows } from '../../build-workflows.ts';
import { createTestDatabase } from '../../database.ts';
import { testEngine } from '../../hosts/test-engine.ts';
import { killableSettings, type LaunchedPostgres, launchPostgres } from '../../launch-postgres.ts';
import { startTemporal, type TestTemporal } from '../../start-temporal.ts';
import type { ApiOrders } from './api-process.ts';
import type { FaultPart } from './fault-part.ts';
import { type ForkedPart, forkPart } from './fork-part.ts';
import type { SinksOrders } from './sinks-process.ts';
import type { WorkerOrders } from './worker-process.ts';

/** The whole product in processes that can be killed, with stores and receivers of its own. */
export interface Zoo {
  /** The test's own way to the database: it dies with PostgreSQL, and comes back with it. */
  readonly context: EngineContext;
  readonly client: Client;
  readonly timings: Timings;
  readonly apiUrl: string;
  readonly callUrl: string;
  readonly workers: readonly ForkedPart[];
  readonly api: ForkedPart;
  readonly sinks: ForkedPart;
  readonly temporal: FaultPart;
  readonly postgres: FaultPart;
  /** Message-ID of every mail that has arrived, each as often as it did. */
  readMails(): Promise<string[]>;
  /** Idempotency key of every call that has arrived. */
  readCalls(): Promise<string[]>;
  /** What the processes printed; it goes with the zoo. */
  readonly logFolder: string;
  stop(): Promise<void>;
}

/** Starts stores and receivers, then `workers` workers and the API. The first worker dies while it makes the first mark. */
export async function startZoo({ timings, workers: count }: { timings: Timings; workers: number }): Promise<Zoo> {
  const folder = await mkdtemp(join(tmpdir(), 'sodate-faults-'));
  const ports = { smtp: await findFreePort(), http: await findFreePort(), api: await findFreePort() };
  const sinksOrders: SinksOrders = {
    smtpPort: ports.smtp,
    mailFolder: join(folder, 'mails'),
    httpPort: ports.http,
    callsFile: join(folder, 'calls'),
  };
  await writeFile(sinksOrders.callsFile, '');
  const program = programsIn({ logFolder: folder });
  const [postgres, temporal, sinks] = await Promise.all([
    launchPostgres({ settings: killableSettings }),
    startTemporal(),
    forkPart({ ...program('sinks', './sinks-process.ts'), orders: sinksOrders }),
    buildWorkflows(),
  ]);
  // A test that is broken off leaves nothing behind: our own processes hear of it, these do not.
  const endAll = () => {
    void postgres.kill();
    void temporal.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', endAll);
  const db = await createTestDatabase({ size: 10, maintenanceUrl: postgres.url });
  const apiUrl = `http://127.0.0.1:${ports.api}`;
  const orders: WorkerOrders = {
    databaseUrl: db.url,
    temporalAddress: temporal.address,
    temporalNamespace: temporal.namespace,
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    publicUrl: apiUrl,
    timings,
  };
  const api = await forkPart({ ...program('api', './api-process.ts'), orders: apiOrders({ orders, port: ports.api }) });
  const workers: ForkedPart[] = [];
  while (workers.length < count) {
    const name = `worker ${workers.length + 1}`;
    workers.push(await forkWorker({ ...program(name, './worker-process.ts'), orders, isFirst: workers.length === 0 }));
  }
  const { client, close } = await connectClient(temporal);
  return {
    context: testEngine({ database: db.pool.database, timings }),
    client,
    timings,
    apiUrl,
    callUrl: `http://127.0.0.1:${ports.http}/`,
    workers,
    api,
    sinks,
    temporal: temporalPart(temporal),
    postgres: postgresPart(postgres),
    logFolder: folder,
    readMails: () => readMessageIds(sinksOrders.mailFolder),
    readCalls: async () => (await readFile(sinksOrders.callsFile, 'utf8')).split('\n').filter(Boolean),
    stop: async () => {
      process.off('exit', endAll);
      await Promise.all([...workers, api, sinks].map((part) => part.stop()));
      await close();
      await db.pool.close();
      await Promise.all([temporal.stop(), postgres.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function programsIn({ logFolder }: { logFolder: string }) {
  return (name: string, file: string) => ({
    name,
    program: new URL(file, import.meta.url),
    logFile: join(logFolder, `${name.replace(' ', '-')}.log`),
  });
}

function apiOrders({ orders, port }: { orders: WorkerOrders; port: number }): ApiOrders {
  const { timings, ...where } = orders;
  return { config: { ...where, host: '127.0.0.1', port, demo: false, logLevel: 'warn' }, timings };
}

/** The first one's first life ends in the middle of the first mark: later marks come too seldom to wait for. */
async function forkWorker({
  isFirst,
  ...forking
}: { isFirst: boolean } & Parameters<typeof forkPart>[0]): Promise<ForkedPart> {
  if (!isFirst) return forkPart(forking);
  const worker = await forkPart({ ...forking, first: { at: 'mark.mid', passing: 1, deed: 'die' } });
  await worker.died();
  await worker.restart();
  return worker;
}

function temporalPart(temporal: TestTemporal): FaultPart {
  return {
    name: 'Temporal',
    kill: temporal.kill,
    restart: temporal.restart,
    freeze: () => void process.kill(temporal.pid, 'SIGSTOP'),
    thaw: () => void process.kill(temporal.pid, 'SIGCONT'),
    stop: temporal.stop,
  };
}

function postgresPart(postgres: LaunchedPostgres): FaultPart {
  return {
    name: 'PostgreSQL',
    kill: postgres.kill,
    restart: postgres.restart,
    freeze: () => postgres.signal('SIGSTOP'),
    thaw: () => postgres.signal('SIGCONT'),
    stop: postgres.stop,
  };
}

async function readMessageIds(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.eml'));
  const ids: string[] = [];
  for (const file of files) {
    const mail = await readFile(join(folder, file), 'utf8');
    ids.push(/^Message-ID:\s*(<[^>]+>)/im.exec(mail)?.[1] ?? `none in ${file}`);
  }
  return ids;
}
