import { type EnrollmentRow, effect, enrollment } from '@sodate/database/schema/enrollment';
import { asId } from '@sodate/journey/id';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import type { CrashPoint } from '@sodate/services/engine/crash-point';
import { storeEvents } from '@sodate/services/event/store-events';
import { readNeeds } from '@sodate/services/home/read-needs';
import { and, eq, ne } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { readPath } from '../hosts/test-engine.ts';
import { checkInvariants } from './check-invariants.ts';
import { faultPaths } from './fault-journey.ts';
import { runMortalWorker } from './run-mortal-worker.ts';
import { type FaultHost, startFaultHost } from './start-fault-host.ts';

const leads = 30;
const soon = { timeout: 150_000, interval: 200 };
const personal = ['坂井', '@example.jp', 'Hello'];

/** Every other lead looks at the prices as soon as it listens; the others let the time pass. Ends when all have ended. */
async function visitUntilEnded({ host, rows }: { host: FaultHost; rows: readonly EnrollmentRow[] }): Promise<void> {
  const visiting = new Set(rows.filter((_, index) => index % 2 === 0).map(({ id }) => id));
  const { context } = host;
  await vi.waitFor(async () => {
    const listening = await context.database
      .select({ id: enrollment.id, lead: enrollment.leadId })
      .from(enrollment)
      .where(and(eq(enrollment.op, asId('listen')), eq(enrollment.state, 'resting')));
    for (const { id, lead } of listening) {
      if (!visiting.delete(id)) continue;
      const thing = { kind: 'page', key: 'example.jp/price', path: '/price' } as const;
      await storeEvents({ context, events: [{ lead, name: 'page-viewed', thing }] });
    }
    const open = await context.database.$count(enrollment, ne(enrollment.state, 'ended'));
    expect(open).toBe(0);
  }, soon);
}

/** Lets leads flow while the worker dies twice at the point, and gives what became of them. */
async function flowThroughDeaths({
  host,
  at,
  passings,
}: {
  host: FaultHost;
  at: CrashPoint;
  passings: readonly number[];
}) {
  const worker = runMortalWorker({ orders: host.orders, at, passings });
  try {
    const rows = await host.letIn(leads);
    await visitUntilEnded({ host, rows });
    expect(worker.deaths).toBe(passings.length);
    await vi.waitFor(
      async () =>
        expect(
          await host.client.workflow.count(`ExecutionStatus="Running" AND WorkflowType="journeyEnrollment"`),
        ).toMatchObject({ count: 0 }),
      soon,
    );
    return rows;
  } finally {
    await worker.stop();
  }
}

async function readUnclear({ context }: FaultHost): Promise<string[]> {
  const rows = await context.database.select({ key: effect.key }).from(effect).where(eq(effect.state, 'ambiguous'));
  return rows.map(({ key }) => messageIdOf({ key }));
}

const deaths = [
  { at: 'hop.after-commit', passings: [40, 70] },
  { at: 'claim.after-commit', passings: [5, 17] },
  { at: 'send.after-dot', passings: [4, 15] },
] as const;

describe.concurrent('a worker killed twice while leads flow', () => {
  it.for(deaths)('at $at loses nobody and doubles nothing', { timeout: 240_000 }, async ({ at, passings }, context) => {
    const host = await startFaultHost();
    context.onTestFinished(() => host.stop());
    const rows = await flowThroughDeaths({ host, at, passings });
    const received = await host.readReceived();
    const { database } = host.context;
    context.expect(await checkInvariants({ database, client: host.client, received, personal })).toEqual([]);
    for (const { id } of rows) context.expect(faultPaths).toContainEqual(await readPath({ database, enrollment: id }));
    const unclear = await readUnclear(host);
    context.expect((await readNeeds({ context: host.context })).unclear).toBe(unclear.length);
    const arrivedUnclear = unclear.filter((id) => received.includes(id));
    context.expect(new Set(received).size).toBe(2 * leads - (unclear.length - arrivedUnclear.length));
    if (at === 'send.after-dot') context.expect(arrivedUnclear.length).toBeGreaterThanOrEqual(passings.length);
    if (at === 'claim.after-commit') context.expect(unclear.length).toBeGreaterThanOrEqual(passings.length);
  });
});
