import { loadNodeTypesWithEffects } from '@sodate/nodes/kit/load-node-types-with-effects';
import type { Timings } from '@sodate/services/timings';
import { startWorker } from '@sodate/worker/serve';
import { campaignEffects } from '../campaign/campaign-effects.ts';
import type { Arming } from './arming.ts';
import { obeyOrders } from './obey-orders.ts';

/** What a worker of the zoo is to do. Given as JSON in `FAULT_ORDERS`. */
export interface WorkerOrders {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly smtpUrl: string;
  readonly publicUrl: string;
  readonly timings: Timings;
  readonly first?: Arming;
}

const { timings, first, ...where } = JSON.parse(process.env.FAULT_ORDERS ?? '') as WorkerOrders;
const { ready } = obeyOrders({ first });
const nodeTypes = await loadNodeTypesWithEffects();
const effects = new Map([...nodeTypes.effects, ...campaignEffects]);
const worker = await startWorker({
  timings,
  nodeTypes: { ...nodeTypes, effects },
  config: { ...where, logLevel: 'warn', allowPrivate: true },
});
process.once('SIGTERM', () => void worker.close().finally(() => process.exit()));
ready();
