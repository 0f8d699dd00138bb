import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@sodate/database/connect';
import { runBulkEnrolment } from '@sodate/services/bulk-enrolment/run-bulk-enrolment';
import { testEngine } from '../../hosts/test-engine.ts';
import type { Arming } from '../zoo/arming.ts';
import { obeyOrders } from '../zoo/obey-orders.ts';

/** Where the bulk enrolments lie that it is to carry on. Given as JSON in `FAULT_ORDERS`. */
export interface BulkOrders {
  readonly databaseUrl: string;
  readonly first?: Arming;
}

const idleMs = 50;

const { databaseUrl, first } = JSON.parse(process.env.FAULT_ORDERS ?? '') as BulkOrders;
const { ready } = obeyOrders({ first });
const pool = connect({ url: databaseUrl, size: 2, name: 'bulk' });
const context = testEngine({ database: pool.database });
ready();
for (;;) if ((await runBulkEnrolment({ context })) !== 'worked') await sleep(idleMs);
