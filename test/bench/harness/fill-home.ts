import type { Plan } from '@sodate/journey/compile/plan';
import { asId } from '@sodate/journey/id';
import { ensureDefaultCalendar } from '@sodate/services/calendar/ensure-default-calendar';
import { sql } from 'drizzle-orm';
import { planOf } from '../../hosts/plan-of.ts';
import { publishBenchJourney } from './publish-bench-journey.ts';
import { type BenchHost, withoutLimit } from './start-bench-host.ts';

const journeys = 10;
const days = 60;

/**
 * Leads made over sixty days, each waiting in one of ten journeys for something within a fortnight and each seen three
 * times; a fifth of them came into a stage, one in fifty was handed over and answered.
 */
export async function fillHome({ host, leads }: { host: BenchHost; leads: number }): Promise<void> {
  const { context } = host;
  const published: Awaited<ReturnType<typeof publishBenchJourney>>[] = [];
  for (let made = 0; made < journeys; made++)
    published.push(await publishBenchJourney({ host, plan: twoMails(host.mail), mails: mailsOf(host) }));
  const ids = (of: 'journey' | 'version') =>
    sql.join(
      published.map((one) => sql`${one[of]}::uuid`),
      sql`, `,
    );
  await ensureDefaultCalendar({ context });
  await withoutLimit({ context }, async ({ database }) => {
    // Rows that refer to each other rightly by their making need no check.
    await database.execute(sql`set local session_replication_role = replica`);
    await database.execute(sql`
      select ensure_event_partitions((now() - ${`${days} days`}::interval)::date, ${Math.ceil(days / 28) + 1}::int)`);
    await database.execute(sql`
      insert into lead (name, email, created_at)
      select 'Lead ' || n, 'lead' || n || '@example.jp', now() - n * ${`${days} days`}::interval / ${leads}::int
      from generate_series(1, ${leads}::int) n`);
    await database.execute(sql`insert into visitor (lead_id) select id from lead`);
    await database.execute(sql`
      insert into enrollment (journey_id, lead_id, version_id, op, node, visit, arrived_at, arrived_event, state, hop, rest,
        until, look_at, rule_seen, trigger_node, entered_at)
      select (array[${ids('journey')}])[1 + n % ${journeys}], id, (array[${ids('version')}])[1 + n % ${journeys}],
        'wait', 'wait', 1, now() - interval '1 day', 0, 'resting', 0, 0, goes_on, goes_on, 1, 'start', now() - interval '1 day'
      from (select id, n, now() + (n * 7919 % 1209600) * interval '1 second' as goes_on
        from (select id, row_number() over () as n from lead) numbered) placed`);
    await database.execute(sql`
      insert into event (id, stored_at, occurred_at, visitor_id, name, outcome)
      select nextval('event_id'), at, at, id, case when s = 4 then 'stage-changed' else 'page-viewed' end,
        case when s = 4 then (array['mql', 'sql', 'opportunity', 'customer'])[1 + n % 4] end
      from (select id, n, s, now() - ((n * 4 + s) * 104729 % (${days} * 86400)) * interval '1 second' as at
        from (select id, row_number() over () as n from visitor) numbered, generate_series(1, 4) s
        where s < 4 or n % 5 = 0) seen`);
    await database.execute(sql`
      insert into handoff (lead_id, state, follow_up, sla, calendar_id, due_at, accepted_at, closed_at, created_at)
      select id, case when n % 1000 = 0 then 'open' else 'met' end, 'call', '{"amount":4,"unit":"hours"}', c.calendar,
        at + interval '4 hours', case when n % 1000 > 0 then at + (n % 6) * interval '1 hour' end,
        case when n % 1000 > 0 then at + interval '1 day' end, at
      from (select id, n, now() + interval '4 hours' - (n * 104729 % (${days} * 86400)) * interval '1 second' as at
        from (select id, row_number() over () as n from lead) numbered where n % 50 = 0) given,
        (select id as calendar from calendar limit 1) c`);
  });
}

const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 5 } as const;

/** Wait, mail, branch on score, wait, mail. */
function twoMails(mail: string): Plan {
  const spec = { duration: { amount: 2, unit: 'days' }, zone: 'journey' } as const;
  return planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec, next: { done: 'first' } },
      { id: 'first', kind: 'act', effect: 'send-mail', config: { mail }, external, next: { done: 'score' } },
      {
        id: 'score',
        kind: 'branch',
        arms: [{ outcome: 'warm', key: asId('warm') }],
        otherwise: 'cold',
        next: { warm: 'end', cold: 'later' },
      },
      { id: 'later', kind: 'wait', spec, next: { done: 'second' } },
      { id: 'second', kind: 'act', effect: 'send-mail', config: { mail }, external, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
    conditions: { [asId<'condition'>('warm')]: { kind: 'score', atLeast: 60 } },
  });
}

function mailsOf({ mailVersion }: BenchHost) {
  return { [asId<'node'>('first')]: mailVersion, [asId<'node'>('second')]: mailVersion };
}
