import { thing } from '@sodate/database/schema/event';
import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
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
  const byKind = Map.groupBy(things, (one) => one.kind);
  const matches: SQL[] = [...byKind].flatMap(([kind, ones]) => {
    const keys = ones.map((one) => one.key);
    return and(eq(thing.kind, kind), inArray(thing.key, keys)) ?? [];
  });
  const rows = await context.database
    .select({ id: thing.id, kind: thing.kind, key: thing.key })
    .from(thing)
    .where(or(...matches));
  return new Map(rows.map((row) => [thingName(row), row.id]));
}
