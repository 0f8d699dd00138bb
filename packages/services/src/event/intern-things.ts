import { thing } from '@sodate/database/schema/event';
import { statement } from '@sodate/database/statement';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { guessTopic } from './guess-topic.ts';
import type { NewThing } from './new-event.ts';

/** How `internThings` names a thing in its answer. */
export function thingName({ kind, key }: Pick<NewThing, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}

/**
 * Gives each page, form, link or custom name its id in the small table, making rows for new ones. One that had no title
 * yet, such as a form first sent by a server, takes the first that comes.
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
  const found = await findThings({ context, things: [...wanted.values()] });
  await giveTitles({ context, found, wanted });
  const ids = idsOf(found);
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
  return new Map([...ids, ...idsOf(made)]);
}

interface FoundThing {
  readonly id: number;
  readonly titled: boolean;
}

async function findThings({
  context,
  things,
}: {
  context: Context;
  things: readonly NewThing[];
}): Promise<ReadonlyMap<string, FoundThing>> {
  if (things.length === 0) return new Map();
  const values = { kinds: things.map((one) => one.kind), keys: things.map((one) => one.key) };
  const rows = await readThings({ database: context.database, values });
  return new Map(rows.map((row) => [thingName(row), row]));
}

function idsOf(found: ReadonlyMap<string, FoundThing>): Map<string, number> {
  return new Map([...found].map(([name, { id }]) => [name, id]));
}

async function giveTitles({
  context,
  found,
  wanted,
}: {
  context: Context;
  found: ReadonlyMap<string, FoundThing>;
  wanted: ReadonlyMap<string, NewThing>;
}): Promise<void> {
  const untitled = [...found].filter(([name, { titled }]) => !titled && wanted.get(name)?.title !== undefined);
  for (const [name, { id }] of untitled.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const title = wanted.get(name)?.title ?? null;
    await context.database
      .update(thing)
      .set({ title })
      .where(and(eq(thing.id, id), isNull(thing.title)));
  }
}

const readThings = statement<{ kinds: readonly string[]; keys: readonly string[] }>()((database, place) =>
  database
    .select({ id: thing.id, kind: thing.kind, key: thing.key, titled: sql<boolean>`${thing.title} is not null` })
    .from(thing)
    .where(
      sql`(${thing.kind}, ${thing.key}) in (select * from unnest(${place('kinds')}::text[], ${place('keys')}::text[]))`,
    ),
);
