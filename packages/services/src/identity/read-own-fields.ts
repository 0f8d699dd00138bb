import { type Attributes, attributeDefinition } from '@sodate/database/schema/lead';
import type { Json, JsonObject } from '@sodate/journey/json';
import { and, eq, inArray } from 'drizzle-orm';
import { cutText } from '../as-storable.ts';
import type { Context } from '../context.ts';

type Kind = (typeof attributeDefinition.$inferSelect)['kind'];

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
    const value = readValue({ kind, value: rest[name] });
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fields);
}

/** A value as its field's type, or undefined where it cannot be read as one. */
function readValue({ kind, value }: { kind: Kind; value: Json | undefined }): Json | undefined {
  if (value === null || typeof value === 'object' || value === undefined) return undefined;
  switch (kind) {
    case 'text':
      return cutText(String(value), 1_000);
    case 'number':
      return readNumber(value);
    case 'boolean':
      return readBoolean(value);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}/.exec(String(value))?.[0];
  }
}

function readNumber(value: string | number | boolean): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value.replaceAll(',', '')) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function readBoolean(value: string | number | boolean): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (/^(true|yes|on|1|はい)$/i.test(String(value))) return true;
  return /^(false|no|off|0|いいえ)$/i.test(String(value)) ? false : undefined;
}
