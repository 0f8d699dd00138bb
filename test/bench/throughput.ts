import { type Figure, figure } from './figure.ts';
import { runPlain } from './harness/run-plain.ts';
import { runProduct } from './harness/run-product.ts';
import { startBenchHost } from './harness/start-bench-host.ts';

// Until code is compiled and plans are kept: a journey runs for months.
const warmUp = 200;
const leads = 400;

/**
 * Leads a second through page visit, wait, mail, branch, wait for a click, mail: the product against the same journey
 * written by hand as a plain Temporal workflow with ordinary activities. Same server, same run, one after the other.
 */
export async function bench(): Promise<readonly Figure[]> {
  const host = await startBenchHost();
  try {
    const plain = await runPlain(host);
    await plain.carry(await host.newLeads(warmUp));
    const plainSeconds = await plain.carry(await host.newLeads(leads));
    await plain.stop();
    const product = await runProduct(host);
    await product.carry(await host.newLeads(warmUp));
    const productSeconds = await product.carry(await host.newLeads(leads));
    await product.stop();
    return [
      figure({ name: 'throughput', value: leads / productSeconds, unit: 'leads/s', baseline: leads / plainSeconds }),
    ];
  } finally {
    await host.stop();
  }
}
