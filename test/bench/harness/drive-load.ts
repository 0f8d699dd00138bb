import { asId, type EnrollmentId, type LeadId } from '@sodate/journey/id';
import { storeEvents } from '@sodate/services/event/store-events';
import { sqlStateOf } from '@sodate/services/transaction';
import { sql } from 'drizzle-orm';
import { pause } from './pause.ts';
import type { BenchHost } from './start-bench-host.ts';

const viewsALead = 3;
const publishEveryMs = 60_000;
const clicksEveryMs = 200;
const clicksAtOnce = 50;

export interface Load {
  /** Sends nobody else, and gives what was sent. */
  stop(): Promise<{ readonly entered: number; readonly failed: number }>;
}

/** Leads who visit at an even pace, page views of earlier ones, clicks of those who got a mail, a publish each minute. */
export function driveLoad({
  host,
  leadsASecond,
  publish,
}: {
  host: BenchHost;
  leadsASecond: number;
  publish: () => Promise<unknown>;
}): Load {
  let stopped = false;
  let entered = 0;
  let failed = 0;
  const known: LeadId[] = [];
  const underWay = new Set<Promise<unknown>>();
  const attempt = (work: () => Promise<unknown>) => {
    const doing = work()
      .catch((error: unknown) => {
        failed++;
        console.error(`a call failed: ${sqlStateOf(error) ?? String(error)}`);
      })
      .finally(() => underWay.delete(doing));
    underWay.add(doing);
    return doing;
  };
  const every = async (spanMs: number, work: () => Promise<unknown>) => {
    for (let dueMs = performance.now(); !stopped; dueMs += spanMs) {
      await pause(Math.max(1, dueMs - performance.now()));
      if (!stopped) await work();
    }
  };
  const arrive = async () => {
    const [lead] = await host.newLeads(1);
    if (lead === undefined) return;
    await view({ host, lead, path: '/bench' });
    entered++;
    known.push(lead);
    for (let count = 0; count < viewsALead; count++) {
      const earlier = known[Math.floor(Math.random() * known.length)];
      if (earlier !== undefined) await view({ host, lead: earlier, path: '/other' });
    }
  };
  const loops = Promise.all([
    // Not awaited: an arrival that takes its time must not slow the next ones down.
    every(1_000 / leadsASecond, async () => void attempt(arrive)),
    every(clicksEveryMs, () => attempt(() => clickAll(host))),
    every(publishEveryMs, () => attempt(publish)),
  ]);
  return {
    stop: async () => {
      stopped = true;
      await loops;
      await Promise.all(underWay);
      return { entered, failed };
    },
  };
}

async function view({ host: { context }, lead, path }: { host: BenchHost; lead: LeadId; path: string }): Promise<void> {
  const thing = { kind: 'page', key: `bench.test${path}`, path } as const;
  await storeEvents({ context, events: [{ lead, name: 'page-viewed', thing }] });
}

/** Those who wait for a click, and have not been told so yet, click. */
async function clickAll({ context, mail }: BenchHost): Promise<void> {
  const rows = await context.database.execute<{ id: string; lead: string }>(sql`
    select id, lead_id as lead from enrollment where node = 'click' and state = 'resting' and nudged_at is null
    limit ${clicksAtOnce}`);
  for (const { id, lead } of rows) {
    const enrollment: EnrollmentId = asId(id);
    const thing = { kind: 'link', key: 'bench.test/cases' } as const;
    const click = { lead: asId<'lead'>(lead), name: 'mail-clicked', mail: asId<'mail'>(mail), enrollment } as const;
    await storeEvents({ context, events: [{ ...click, node: asId('first'), thing }] });
  }
}
