import { effect, enrollment } from '@sodate/database/schema/enrollment';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { inArray, ne, sql } from 'drizzle-orm';
import { Gauge } from 'prom-client';
import type { Context } from '../context.ts';
import { countUnclear, readBarred } from '../home/read-needs.ts';
import { readLateness } from '../operation/read-lateness.ts';
import { readLoops } from '../operation/read-loops.ts';
import { readOutbox } from '../operation/read-queues.ts';
import type { MetricsRegistry } from './create-telemetry.ts';

const cachedMs: Milliseconds = 10_000;

/** What the database says of the whole installation: the same from every API, so take it from one. Read at a scrape. */
export function registerGauges({ context, registry }: { context: Context; registry: MetricsRegistry }): void {
  const read = cached({ context, work: () => readAll({ context }) });
  const gauge = <Label extends string>(
    about: { name: string; help: string; labelNames?: readonly Label[] },
    fill: (
      all: Awaited<ReturnType<typeof readAll>>,
    ) => readonly { labels?: Partial<Record<Label, string>>; value: number }[],
  ) =>
    new Gauge<Label>({
      ...about,
      registers: [registry],
      async collect() {
        const lines = fill(await read());
        this.reset();
        for (const { labels, value } of lines) labels === undefined ? this.set(value) : this.set(labels, value);
      },
    });
  gauge({ name: 'sodate_enrollments', help: 'Open enrollments, by state.', labelNames: ['state'] }, ({ enrollments }) =>
    enrollments.map(({ state, count }) => ({ labels: { state }, value: count })),
  );
  gauge(
    {
      name: 'sodate_effects',
      help: 'External effects not final yet, by channel and state.',
      labelNames: ['channel', 'state'],
    },
    ({ effects }) => effects.map(({ channel, state, count }) => ({ labels: { channel, state }, value: count })),
  );
  gauge({ name: 'sodate_outbox_rows', help: 'Words that Temporal is still to hear.' }, ({ outbox: { waiting } }) => [
    { value: waiting },
  ]);
  gauge(
    { name: 'sodate_outbox_failing_rows', help: 'Of these, those that Temporal did not take at least once.' },
    (all) => [{ value: all.outbox.failing }],
  );
  gauge({ name: 'sodate_outbox_oldest_seconds', help: 'Age of the oldest of them.' }, (all) => [
    { value: (all.outbox.oldestMs ?? 0) / 1_000 },
  ]);
  gauge(
    {
      name: 'sodate_due_enrollments',
      help: 'Enrollments whose time has come and that nobody has looked at, up to 10,000.',
    },
    ({ lateness }) => [{ value: lateness.due }],
  );
  gauge(
    { name: 'sodate_unclear_sends', help: 'Sends that wait for a person to say what became of them.' },
    ({ unclear }) => [{ value: unclear }],
  );
  gauge(
    {
      name: 'sodate_claims_barred',
      help: '1 while sends are held: a store was restored, or somebody held them by hand.',
    },
    ({ barredAt }) => [{ value: barredAt === null ? 0 : 1 }],
  );
  gauge(
    {
      name: 'sodate_loop_last_run_timestamp_seconds',
      help: 'When each loop last took a turn that went well.',
      labelNames: ['loop'],
    },
    ({ loops }) =>
      loops.flatMap(({ name, wellAt }) => (wellAt === null ? [] : [{ labels: { loop: name }, value: wellAt / 1_000 }])),
  );
}

async function readAll({ context }: { context: Context }) {
  const count = sql<number>`count(*)::int`;
  const { database } = context;
  const [enrollments, effects, waiting, lateness, loops, unclear, barredAt] = await Promise.all([
    database
      .select({ state: enrollment.state, count })
      .from(enrollment)
      .where(ne(enrollment.state, 'ended'))
      .groupBy(enrollment.state),
    database
      .select({ channel: effect.channel, state: effect.state, count })
      .from(effect)
      .where(inArray(effect.state, ['waiting', 'claimed']))
      .groupBy(effect.channel, effect.state),
    readOutbox({ context }),
    readLateness({ context }),
    readLoops({ context }),
    countUnclear({ context }),
    readBarred({ context }),
  ]);
  return { enrollments, effects, outbox: waiting, lateness, loops, unclear, barredAt };
}

/** One reading serves all gauges of a scrape, and scrapes that come close together. */
function cached<Value>({ context, work }: { context: Context; work: () => Promise<Value> }): () => Promise<Value> {
  let known: { until: number; value: Promise<Value> } | undefined;
  return () => {
    const now = context.clock.now();
    if (known !== undefined && known.until > now) return known.value;
    const value = work();
    known = { until: now + cachedMs, value };
    value.catch(() => {
      known = undefined;
    });
    return value;
  };
}
