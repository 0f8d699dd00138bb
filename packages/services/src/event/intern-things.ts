import { thing } from '@sodate/database/schema/event';
import { statement } from '@sodate/database/statement';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { guessTopic } from './guess-topic.ts';
import type { NewThing } from './new-event.ts';

/** How `internThings` names a thing in its answer. */
export function thingName({ kind, key }: Pick<NewThing, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}

/**
 * Gives each page, form, link or custom name its id in the small table, making rows for new ones.
 * @returns ids by `thingName`.
 */
export async function internThings({
  context,
  things,
}: {
  context: Context;
  things: readonly NewThing[];
}): Promise<ReadonlyMap<string, number>> {
  const wanted = new Map(things.map((one) => [thingName(one), one]));
  const ids = await findThings({ context, things: [...wanted.values()] });
  // In one order always, so that two transactions making the same things wait for each other in a row.
  const missing = [...wanted].filter(([name]) => !ids.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (missing.length === 0) return ids;
  const rows = missing.map(([, one]) => ({
    kind: one.kind,
    key: one.key,
    path: one.path ?? null,
    title: one.title ?? null,
    topic: guessTopic(one) ?? null,
  }));
  await context.database.insert(thing).values(rows).onConflictDoNothing();
  const made = await findThings({ context, things: missing.map(([, one]) => one) });
  return new Map([...ids, ...made]);
}

async function findThings({
  context,
  things,
}: {
  context: Context;
  things: readonly NewThing[];
}): Promise<Map<string, number>> {
  if (things.length === 0) return new Map();
  const values = { kinds: things.map((one) => one.kind), keys: things.map((one) => one.key) };
  const rows = await readThings({ database: context.database, values });
  return new Map(rows.map((row) => [thingName(row), row.id]));
}

const readThings = statement<{ kinds: readonly string[]; keys: readonly string[] }>()((database, place) =>
  database
    .select({ id: thing.id, kind: thing.kind, key: thing.key })
    .from(thing)
    .where(
      sql`(${thing.kind}, ${thing.key}) in (select * from unnest(${place('kinds')}::text[], ${place('keys')}::text[]))`,
    ),
);
