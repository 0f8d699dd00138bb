import type { JourneyId, VersionId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import { type BenchHost, withoutLimit } from './start-bench-host.ts';

/**
 * Every lead at the node "wait" of the journey, for thirty days, as if it had entered a day ago: rows and steps by one
 * statement each. Temporal is told nothing: a sleeper's workflow has not begun, and asks no worker for anything.
 */
export async function storeSleepers({
  host: { context },
  journey,
  version,
}: {
  host: Pick<BenchHost, 'context'>;
  journey: JourneyId;
  version: VersionId;
}): Promise<void> {
  await withoutLimit({ context }, async ({ database }) => {
    await database.execute(sql`
      insert into enrollment (journey_id, lead_id, version_id, op, node, visit, arrived_at, arrived_event, state, hop, rest,
        until, look_at, rule_seen, trigger_node, entered_at)
      select j.id, l.id, ${version}::uuid, 'wait', 'wait', 1, now() - interval '1 day', 0, 'resting', 0, 0,
        now() + interval '30 days', now() + interval '30 days', j.rule, 'start', now() - interval '1 day'
      from lead l, journey j where j.id = ${journey}::uuid order by l.id`);
    await database.execute(sql`
      insert into step (enrollment_id, hop, journey_id, from_node, outcome, to_op, to_node, visit, due_at, at, written_at)
      select id, 0, journey_id, 'start', 'entered', 'wait', 'wait', 1, entered_at, entered_at, entered_at from enrollment`);
  });
  // What autovacuum would do some minutes later, in the middle of the bench.
  for (const table of ['lead', 'enrollment', 'step'])
    await context.database.execute(sql`analyze ${sql.identifier(table)}`);
}
