import { startApi } from '@sodate/api/serve';
import type { Config } from '@sodate/services/config/config';
import type { Timings } from '@sodate/services/timings';
import type { Arming } from './arming.ts';
import { obeyOrders } from './obey-orders.ts';

/** What the API of the zoo is to do. Given as JSON in `FAULT_ORDERS`. */
export interface ApiOrders {
  readonly config: Config;
  readonly timings: Timings;
  readonly first?: Arming;
}

const { config, timings, first } = JSON.parse(process.env.FAULT_ORDERS ?? '') as ApiOrders;
const { ready } = obeyOrders({ first });
const api = await startApi({ config, timings });
process.once('SIGTERM', () => void api.close().finally(() => process.exit()));
ready();
