import { type Figure, figure } from './figure.ts';
import { runPlain } from './harness/run-plain.ts';
import { runProduct } from './harness/run-product.ts';
import { startBenchHost } from './harness/start-bench-host.ts';

const leads = 5;

/** Events in one lead's history (the longest of five), against the same journey written by hand. */
export async function bench(): Promise<readonly Figure[]> {
  const host = await startBenchHost();
  try {
    const longest = async (way: Awaited<ReturnType<typeof runPlain>>) => {
      const through = await host.newLeads(leads);
      await way.carry(through);
      const lengths = await Promise.all(through.map((lead) => way.historyLength(lead)));
      await way.stop();
      return Math.max(...lengths);
    };
    const baseline = await longest(await runPlain(host));
    const value = await longest(await runProduct(host));
    return [figure({ name: 'history', value, unit: 'events', baseline })];
  } finally {
    await host.stop();
  }
}
