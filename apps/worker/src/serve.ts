import { randomUUID } from 'node:crypto';
import { openRenewablePool, type RenewablePool } from '@sodate/database/renewable-pool';
import { createMailTransport } from '@sodate/mail/transport/create-mail-transport';
import { loadInstalledNodeTypes } from '@sodate/nodes/kit/load-installed-node-types';
import type { BrokenNodeType, NodeTypes } from '@sodate/nodes/kit/node-types';
import type { Config } from '@sodate/services/config/config';
import { type Logger, systemClock } from '@sodate/services/context';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import { createExternalChannel } from '@sodate/services/engine/external-channel';
import { InlineGate } from '@sodate/services/engine/inline-gate';
import { checkMark } from '@sodate/services/engine/keep-mark';
import { faultSerializers } from '@sodate/services/telemetry/describe-fault';
import type { Telemetry } from '@sodate/services/telemetry/telemetry';
import { realTimings, type Timings } from '@sodate/services/timings';
import { pino } from 'pino';
import { createMailChannel } from './channels/mail-channel.ts';
import { watchChannel } from './channels/watch-channel.ts';
import { createFirstLooks } from './loops/first-looks.ts';
import { guardPolling } from './loops/guard-polling.ts';
import { startLoops } from './loops/start-loops.ts';
import { type MeasuresConfig, openMeasures } from './metrics/open-measures.ts';
import { createLooks } from './temporal/activities.ts';
import { connectClient } from './temporal/connect-client.ts';
import { limitCalls } from './temporal/limit-calls.ts';
import { installRuntime, runWorkers } from './temporal/run-workers.ts';
import { createWorkflowPort } from './temporal/workflow-port.ts';

export interface RunningWorker {
  /** Lets looks and sends under way end (at most 15 s), then closes everything. */
  close(): Promise<void>;
}

export interface WorkerInput {
  readonly config: Pick<
    Config,
    | 'databaseUrl'
    | 'temporalAddress'
    | 'temporalNamespace'
    | 'smtpUrl'
    | 'publicUrl'
    | 'logLevel'
    | 'mailsPerSecond'
    | 'allowPrivate'
  > &
    MeasuresConfig;
  /** The workflow bundle: a file, or its code. */
  readonly bundle?: { readonly codePath: string } | { readonly code: string };
  readonly timings?: Timings;
  readonly nodeTypes?: NodeTypes;
}

const bundleFile = new URL('../../../workflows/dist/bundle.js', import.meta.url).pathname;
const looksPool = 20;
const loopsPool = 4;
const graceMs = 15_000;

/** Starts a worker: looks, queued effects, relay, watch, mark. Any number may run side by side. */
export async function startWorker({
  config,
  bundle = { codePath: bundleFile },
  timings = realTimings,
  nodeTypes,
}: WorkerInput): Promise<RunningWorker> {
  const worker = randomUUID();
  const logger = pino({ name: 'worker', level: config.logLevel, serializers: faultSerializers }).child({ worker });
  installRuntime();
  const measures = await openMeasures({ config });
  const { databaseUrl: url, mailsPerSecond = Number.POSITIVE_INFINITY } = config;
  const { looks, loops, renew } = openPools({ url });
  const transport = createMailTransport({ url: config.smtpUrl });
  const onBroken = (broken: BrokenNodeType) => logger.warn({ broken }, 'node type left out');
  const types = nodeTypes ?? (await loadInstalledNodeTypes({ onBroken }));
  const crew = { size: 1 };
  const gate = createGate({ timings, mailsPerSecond, crew });
  const build = (pool: RenewablePool) =>
    buildContext({
      pool,
      timings,
      types,
      logger,
      config,
      transport,
      gate,
      telemetry: measures.telemetry,
    });
  const { client, close: closeClient } = await connectClient({
    address: config.temporalAddress,
    namespace: config.temporalNamespace,
  });
  const calls = limitCalls({ workflows: createWorkflowPort({ client }), client, callMs: timings.relayCallMs });
  const memory = { seen: 0 };
  const polling = guardPolling({
    context: build(loops),
    onAway: renew,
    start: async () => {
      // The database that answers may be an older copy: nothing is claimed before that has been asked.
      await checkMark({ context: build(loops), workflows: calls.workflows, memory });
      return runWorkers({
        context: build(looks),
        address: config.temporalAddress,
        namespace: config.temporalNamespace,
        bundle,
        rates: { 'channel-mail': mailsPerSecond, 'channel-external': Number.POSITIVE_INFINITY },
      });
    },
  });
  const { carryOn } = createLooks({ context: build(looks) });
  const firstLooks = createFirstLooks({
    context: build(loops),
    // Before it polls, a worker has not asked yet whether a store was restored.
    isOpen: polling.isPolling,
    look: (enrollment) => carryOn({ enrollment, known: 0 }),
  });
  const running = startLoops({
    context: build(loops),
    workflows: calls.workflows,
    worker,
    memory,
    firstLooks,
    onCrew: (size) => {
      crew.size = size;
    },
  });
  return {
    close: async () => {
      const giveUp = setTimeout(renew, graceMs);
      await Promise.all([polling.stop(), running.stop()]);
      await firstLooks.settle();
      clearTimeout(giveUp);
      transport.close();
      await calls.settle();
      await closeClient();
      await Promise.all([looks.close(), loops.close(), measures.close()]);
    },
  };
}

function openPools({ url }: { url: string }) {
  const looks = openRenewablePool({ url, size: looksPool, name: 'sodate-looks' });
  const loops = openRenewablePool({ url, size: loopsPool, name: 'sodate-loops', statementTimeoutMs: 60_000 });
  const renew = () => {
    looks.renew();
    loops.renew();
  };
  return { looks, loops, renew };
}

/** Half of the rate is sent inside looks, shared by the live workers; the queue has the other half. */
function createGate({
  timings,
  mailsPerSecond,
  crew,
}: {
  timings: Timings;
  mailsPerSecond: number;
  /** How many workers are alive now. */
  crew: { readonly size: number };
}): InlineGate {
  return new InlineGate({
    now: () => performance.now(),
    perSecond: (channel) => (channel === 'mail' ? mailsPerSecond / 2 / crew.size : Number.POSITIVE_INFINITY),
    slowMs: timings.slowSendMs,
    offMs: timings.inlineOffMs,
  });
}

function buildContext({
  pool,
  timings,
  types,
  logger,
  config,
  transport,
  gate,
  telemetry,
}: {
  pool: RenewablePool;
  timings: Timings;
  types: NodeTypes;
  logger: Logger;
  config: WorkerInput['config'];
  transport: ReturnType<typeof createMailTransport>;
  gate: InlineGate;
  telemetry: Telemetry;
}): EngineContext {
  const mail = createMailChannel({ transport });
  const { allowPrivate } = config;
  return {
    get database() {
      return pool.database;
    },
    actor: { kind: 'system' },
    clock: systemClock,
    timings,
    nodeTypes: types,
    logger,
    publicUrl: config.publicUrl,
    telemetry,
    channelOf: (name) =>
      watchChannel({
        channel: name === mail.name ? mail : createExternalChannel({ name, allowPrivate }),
        telemetry,
        logger,
      }),
    gate,
    monotonicMs: () => performance.now(),
  };
}
