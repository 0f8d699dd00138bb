import { type Attributes, attributeDefinition } from '@sodate/database/schema/lead';
import type { JsonObject } from '@sodate/journey/json';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readOwnValue } from './read-own-value.ts';

const mostCandidates = 200;

/** Of what was sent besides the built-in attributes, that which the organisation has defined as own fields, by its type. */
export async function readOwnFields({ context, rest }: { context: Context; rest: JsonObject }): Promise<Attributes> {
  const names = Object.keys(rest).slice(0, mostCandidates);
  if (names.length === 0) return {};
  const definitions = await context.database
    .select({ name: attributeDefinition.name, kind: attributeDefinition.kind })
    .from(attributeDefinition)
    .where(and(eq(attributeDefinition.of, 'lead'), inArray(attributeDefinition.name, names)));
  const fields = definitions.flatMap(({ name, kind }) => {
    const value = readOwnValue({ kind, value: rest[name] });
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fields);
}
