import { isJsonObject, type Json, type JsonObject } from '@sodate/journey/json';

const texts = ['x', 'https://example.com/', 'a@example.com', '1', '09:00', '2026-01-05', '2026-01-05T09:00:00Z'];
const byFormat = new Map([
  ['uri', 'https://example.com/'],
  ['email', 'a@example.com'],
  ['date', '2026-01-05'],
  ['date-time', '2026-01-05T09:00:00Z'],
  ['uuid', '018f0000-0000-7000-8000-000000000000'],
]);

/** A value that a JSON Schema should accept, with no more in it than there must be. Patterns of one's own may refuse it. */
export function sampleOf(schema: Json | undefined): Json {
  if (!isJsonObject(schema)) return 'x';
  const { const: only, enum: listed, anyOf, oneOf, type } = schema;
  if (only !== undefined) return only;
  if (isList(listed)) return listed[0] ?? null;
  for (const arms of [anyOf, oneOf]) if (isList(arms)) return sampleOf(arms[0]);
  if (type === 'object') return sampleObject(schema);
  if (type === 'array') return Array.from({ length: numberOr(schema.minItems, 0) }, () => sampleOf(schema.items));
  if (type === 'boolean') return true;
  if (type === 'number' || type === 'integer') return Math.max(1, numberOr(schema.minimum, 1));
  return sampleText(schema);
}

function sampleObject({ properties, required }: JsonObject): JsonObject {
  if (!isJsonObject(properties) || !isList(required)) return {};
  const needed = Object.entries(properties).filter(([key]) => required.includes(key));
  return Object.fromEntries(needed.map(([key, one]) => [key, sampleOf(one)]));
}

function sampleText({ format, pattern, minLength }: JsonObject): string {
  const known = typeof format === 'string' ? byFormat.get(format) : undefined;
  if (known !== undefined) return known;
  const fits = typeof pattern === 'string' ? texts.find((text) => new RegExp(pattern, 'u').test(text)) : undefined;
  return fits ?? 'x'.repeat(numberOr(minLength, 1));
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
