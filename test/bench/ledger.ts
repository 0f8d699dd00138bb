import { rollUpSteps } from '@sodate/services/engine/roll-up-steps';
import { readNodeCounts } from '@sodate/services/journey/read-node-counts';
import { readLedger } from '@sodate/services/operation/read-ledger';
import { readLedgers } from '@sodate/services/operation/read-ledgers';
import { readOperations } from '@sodate/services/operation/read-operations';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { type Bench, figure, scaled } from './figure.ts';
import { medianMs } from './harness/median-ms.ts';
import { neverCached } from './harness/never-cached.ts';
import { publishBenchJourney } from './harness/publish-bench-journey.ts';
import { type BenchHost, startBenchHost, withoutLimit } from './harness/start-bench-host.ts';
import { waitingPlan } from './harness/waiting-plan.ts';

const longestMs = 500;
const journeys = 20;

/**
 * 1,000,000 enrollments, of which half are in one journey and three fifths have ended, with three steps each: how long
 * the ledger of all journeys, that of the large one, its counts on the canvas and the operations screen take.
 */
export const bench: Bench = async ({ scale }) => {
  const enrollments = scaled({ count: 1_000_000, scale, least: 1_000 });
  const host = await startBenchHost();
  const { context } = host;
  try {
    await host.newLeads(enrollments);
    const { journey } = await fill({ host, enrollments });
    const input = { journey };
    const clock = neverCached();
    const works = {
      'ledger-all': () => readLedgers({ context }),
      'ledger-one': () => readLedger({ context, input }),
      'ledger-canvas': () => readNodeCounts({ context: { ...context, clock }, input }),
      'ledger-operations': () => readOperations({ context, temporalAddress: host.temporal.address }),
    };
    const figures = [];
    for (const [name, work] of Object.entries(works))
      figures.push(figure({ name, value: await medianMs(work), unit: 'ms', baseline: longestMs }));
    return figures;
  } finally {
    await host.stop();
  }
};

/** The first journey has half of them, by turns at ten nodes; they came over ninety days, the last ones just now. */
async function fill({ host, enrollments }: { host: BenchHost; enrollments: number }) {
  const { context } = host;
  const published: Awaited<ReturnType<typeof publishBenchJourney>>[] = [];
  for (let made = 0; made < journeys; made++)
    published.push(await publishBenchJourney({ host, plan: waitingPlan({ minutes: 43_200 }) }));
  const [first] = published;
  if (first === undefined) throw new Error('no journey was published');
  const ids = (of: 'journey' | 'version') =>
    sql.join(
      published.map((one) => sql`${one[of]}::uuid`),
      sql`, `,
    );
  await withoutLimit({ context }, async ({ database }) => {
    // Rows that refer to each other rightly by their making need no check.
    await database.execute(sql`set local session_replication_role = replica`);
    await database.execute(sql`
      insert into enrollment (journey_id, lead_id, version_id, op, node, visit, arrived_at, arrived_event, state, hop, rest,
        until, look_at, rule_seen, reason, trigger_node, entered_at, ended_at)
      select (array[${ids('journey')}])[at], id, (array[${ids('version')}])[at], node, node, 1, entered, 0,
        case when ended then 'ended' else 'resting' end, 2, 2,
        case when ended then null else now() + interval '30 days' end,
        case when ended then null else now() + interval '30 days' end, 1,
        case when ended then (array['completed', 'goal', 'exit'])[1 + n % 3] end, 'start', entered,
        case when ended then entered + interval '1 day' end
      from (
        select id, n, case when n % 2 = 0 then 1 else 2 + (n / 2) % ${journeys - 1} end as at,
          'node-' || n / 10 % 10 as node, n % 10 < 6 as ended, now() - n * interval '90 days' / ${enrollments}::int as entered
        from (select id, row_number() over () as n from lead) numbered
      ) placed`);
    await database.execute(sql`
      insert into step (enrollment_id, hop, journey_id, from_node, outcome, to_op, to_node, visit, due_at, at, written_at)
      select id, s.hop, journey_id,
        case s.hop when 0 then 'start' when 1 then 'first' else node end,
        case s.hop when 0 then 'entered' else 'done' end,
        case s.hop when 0 then 'first' when 1 then node end,
        case s.hop when 0 then 'first' when 1 then node end,
        1, entered_at, entered_at + interval '1 second', entered_at
      from enrollment, generate_series(0, 2) as s (hop) where s.hop < 2 or state = 'ended'`);
    await rollUpSteps({ context: { ...context, database } });
  });
  // As autovacuum would have by then.
  const plain = postgres(host.databaseUrl, { max: 1 });
  await plain`vacuum analyze`;
  await plain.end();
  return first;
}
