import { readFile, writeFile } from 'node:fs/promises';
import { effect, mark } from '@sodate/database/schema/enrollment';
import { user } from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import { loadNodeTypesWithEffects } from '@sodate/nodes/kit/load-node-types-with-effects';
import { ensureDefaultCalendar } from '@sodate/services/calendar/ensure-default-calendar';
import { readClock } from '@sodate/services/engine/clock';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import { lockLeads } from '@sodate/services/event/lock-leads';
import { createHandoff } from '@sodate/services/handoff/create-handoff';
import { inTransaction } from '@sodate/services/transaction';
import { eq, sql } from 'drizzle-orm';
import { createTestDatabase } from '../database.ts';
import { faultPlan } from '../faults/fault-journey.ts';
import { furnish } from '../hosts/furnish.ts';
import { enter, look, newLead, publishPlan, scriptedChannel, skip, testEngine } from '../hosts/test-engine.ts';
import { launchPostgres } from '../launch-postgres.ts';
import type { Installation } from './installation.ts';

/*
 * node test/upgrade/record-installation.ts
 *
 * Writes test/upgrade/installation.json: every row of a small installation as the present version leaves it when it is
 * stopped, with leads that sleep, listen, wait to be sent to, or were being sent to. Each release must go on from it.
 */
const file = new URL('./installation.json', import.meta.url).pathname;
const journal = new URL('../../drizzle/meta/_journal.json', import.meta.url).pathname;
const leadsOfAKind = 2;
const minuteMs = 60_000;

await record();

async function record(): Promise<void> {
  const postgres = await launchPostgres();
  const db = await createTestDatabase({ maintenanceUrl: postgres.url });
  try {
    const nodeTypes = await loadNodeTypesWithEffects();
    const context = { ...testEngine({ database: db.pool.database, channel: scriptedChannel('mail') }), nodeTypes };
    await live({ context });
    const { entries } = JSON.parse(await readFile(journal, 'utf8')) as { entries: readonly { tag: string }[] };
    const recordedAt = new Date(await readClock({ context })).toISOString();
    const installation: Installation = {
      lastMigration: entries.at(-1)?.tag ?? '',
      recordedAt,
      rows: await readAll({ context }),
    };
    await writeFile(file, `${JSON.stringify(installation)}\n`);
  } finally {
    await db.drop();
    await postgres.stop();
  }
}

/** What the installation has been through. */
async function live({ context }: { context: EngineContext }): Promise<void> {
  const { mail, mailVersion } = await furnish({ context });
  const plan = faultPlan(mail);
  const mails = { [asId<'node'>('first')]: mailVersion, [asId<'node'>('second')]: mailVersion };
  const { version } = await publishPlan({ context, plan, mails });
  await context.database.update(mark).set({ number: 3 });
  for (let made = 0; made < leadsOfAKind; made++) {
    const next = async () => {
      const lead = await newLead({ database: context.database, email: `lead-${made}-${Math.random()}@example.jp` });
      const row = await enter({ context, lead, version, plan });
      return { database: context.database, enrollment: row.id };
    };
    await next();
    await bring({ context, at: await next(), to: 'waiting' });
    await bring({ context, at: await next(), to: 'claimed' });
    await bring({ context, at: await next(), to: 'listening' });
  }
  await handOver({ context });
}

async function bring({
  context,
  at,
  to,
}: {
  context: EngineContext;
  at: Omit<Parameters<typeof skip>[0], 'byMs'>;
  to: 'waiting' | 'claimed' | 'listening';
}): Promise<void> {
  await skip({ ...at, byMs: minuteMs });
  const queued = { ...context, timings: { ...context.timings, inlineLimitMs: 0 } };
  await look({ context: to === 'listening' ? context : queued, enrollment: at.enrollment });
  if (to !== 'claimed') return;
  await context.database
    .update(effect)
    .set({ state: 'claimed', attempt: 1, token: sql`gen_random_uuid()`, leaseUntil: sql`clock_timestamp()` })
    .where(eq(effect.enrollmentId, at.enrollment));
}

async function handOver({ context }: { context: EngineContext }): Promise<void> {
  const lead = await newLead({ database: context.database, email: 'handed-over@example.jp' });
  const owners = { name: 'Owner', email: 'owner@example.jp', role: 'sales-rep' } as const;
  const [owner] = await context.database.insert(user).values(owners).returning({ id: user.id });
  if (!owner) throw new Error('no owner');
  const calendar = await ensureDefaultCalendar({ context });
  await inTransaction({ context }, async (inner) => {
    await lockLeads({ context: inner, leads: [lead] });
    await createHandoff({
      context: inner,
      lead,
      request: {
        to: { kind: 'user', user: owner.id },
        followUp: 'Call',
        questions: [],
        sla: { amount: 4, unit: 'business-hours' },
        calendar,
      },
      origin: { test: false, offsetMs: 0 },
      now: await readClock({ context: inner }),
    });
  });
}

/** Table → its rows; partitions are part of their table, and a table without rows is left out. */
async function readAll({ context: { database } }: { context: EngineContext }): Promise<Installation['rows']> {
  const tables = await database.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`);
  const rows: Record<string, readonly unknown[]> = {};
  for (const { name } of tables) {
    const [all] = await database.execute<{ rows: readonly unknown[] | null }>(
      sql`select json_agg(t) as rows from ${sql.identifier(name)} t`,
    );
    if (all?.rows) rows[name] = all.rows;
  }
  return rows;
}
