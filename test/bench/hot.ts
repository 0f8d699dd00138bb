import type { Plan } from '@sodate/journey/compile/plan';
import { asId, type LeadId, type VisitorId } from '@sodate/journey/id';
import { storeEvents } from '@sodate/services/event/store-events';
import { sqlStateOf } from '@sodate/services/transaction';
import { sql } from 'drizzle-orm';
import { planOf } from '../hosts/plan-of.ts';
import { type Bench, figure, scaled } from './figure.ts';
import { publishBenchJourney } from './harness/publish-bench-journey.ts';
import { type BenchHost, startBenchHost } from './harness/start-bench-host.ts';
import { startWorkerProcess } from './harness/start-process.ts';

const journeys = 10;
const callersAtOnce = 20;
const eventsACall = 10;
const offeredASecond = 1_000;
const fullSeconds = 10;

/**
 * Events of one lead, who is in ten journeys that all listen to them, from twenty callers at once, ten a call: how many a
 * second are stored of the 1,000 offered, against the same rows by bare INSERTs under the lead's lock; and how many calls
 * fail. Meanwhile the worker carries the lead on through all ten.
 */
export const bench: Bench = async ({ scale }) => {
  const seconds = scaled({ count: fullSeconds, scale, least: 2 });
  const host = await startBenchHost();
  try {
    const [lead] = await host.newLeads(1);
    if (lead === undefined) throw new Error('no lead was written');
    const bare = await fire({ seconds, call: await bareCall({ host, lead }) });
    const worker = await startWorkerProcess(host);
    for (let count = 0; count < journeys; count++) await publishBenchJourney({ host, plan: ringPlan });
    const product = await fire({ seconds, call: () => productCall({ host, lead }) });
    await worker.stop();
    return [
      figure({ name: 'hot', value: product.stored / seconds, unit: 'events/s', baseline: bare.stored / seconds }),
      figure({ name: 'hot-errors', value: product.failed, unit: 'calls', baseline: 0 }),
    ];
  } finally {
    await host.stop();
  }
};

/** The first page lets the lead in; every further one sends it round, without an end. */
const page = { kind: 'page', url: { match: 'exact', value: '/hot' } } as const;
const ringPlan: Plan = planOf({
  ops: [
    { id: 'one', kind: 'listen', events: [{ outcome: 'seen', pattern: page }], conditions: [], next: { seen: 'two' } },
    { id: 'two', kind: 'listen', events: [{ outcome: 'seen', pattern: page }], conditions: [], next: { seen: 'one' } },
  ],
  entries: [{ node: asId('visit'), to: asId('one'), trigger: { kind: 'event', pattern: page, times: 1 } }],
  visitLimit: 1_000_000,
});

/** Offers calls at an even pace; a caller that is late goes on at once. */
async function fire({ seconds, call }: { seconds: number; call: () => Promise<void> }) {
  const startedMs = performance.now();
  const calls = (seconds * offeredASecond) / eventsACall;
  let next = 0;
  let stored = 0;
  let failed = 0;
  const caller = async () => {
    for (let mine = next++; mine < calls; mine = next++) {
      const dueMs = startedMs + (mine * eventsACall * 1_000) / offeredASecond;
      const earlyMs = dueMs - performance.now();
      if (earlyMs > 0) await new Promise((resolve) => setTimeout(resolve, earlyMs));
      if (performance.now() - startedMs > seconds * 1_000) return;
      await call().then(
        () => (stored += eventsACall),
        (error: unknown) => {
          failed++;
          console.error(`a call failed: ${sqlStateOf(error) ?? String(error)}`);
        },
      );
    }
  };
  await Promise.all(Array.from({ length: callersAtOnce }, caller));
  return { stored, failed };
}

async function productCall({ host: { context }, lead }: { host: BenchHost; lead: LeadId }): Promise<void> {
  const thing = { kind: 'page', key: 'bench.test/hot', path: '/hot' } as const;
  const event = { lead, name: 'page-viewed', thing } as const;
  await storeEvents({ context, events: Array.from({ length: eventsACall }, () => event) });
}

/** The lead's lock, one INSERT for the ten, the lead's newest event. */
async function bareCall({ host: { context }, lead }: { host: BenchHost; lead: LeadId }): Promise<() => Promise<void>> {
  const [visitor] = await context.database.execute<{ id: VisitorId }>(
    sql`insert into visitor (lead_id) values (${lead}::uuid) returning id`,
  );
  return () =>
    context.database.transaction(async (database) => {
      await database.execute(sql`select id from lead where id = ${lead}::uuid for no key update`);
      await database.execute(sql`
        insert into event (id, stored_at, occurred_at, visitor_id, name)
        select nextval('event_id'), clock_timestamp(), clock_timestamp(), ${visitor?.id ?? null}::uuid, 'page-viewed'
        from generate_series(1, ${eventsACall}::int)`);
      await database.execute(sql`update lead set last_event_id = currval('event_id') where id = ${lead}::uuid`);
    });
}
