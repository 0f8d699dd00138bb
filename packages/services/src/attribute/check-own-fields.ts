import { attributeDefinition } from '@sodate/database/schema/lead';
import type { Json } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { invalid } from '../errors.ts';

type Definition = typeof attributeDefinition.$inferSelect;

/**
 * Values of own fields as they are stored: each of its definition's kind, empty texts as null.
 * @throws RequestError where a field is not defined, or a value does not fit
 */
export async function checkOwnFields({
  context,
  of,
  values,
}: {
  context: Context;
  of: 'lead' | 'company';
  values: Readonly<Record<string, Json>>;
}): Promise<Readonly<Record<string, Json>>> {
  if (Object.keys(values).length === 0) return {};
  const rows = await context.database.select().from(attributeDefinition).where(eq(attributeDefinition.of, of));
  const definitions = new Map(rows.map((row) => [row.name, row]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const definition = definitions.get(name);
      if (definition === undefined)
        throw invalid({ ja: `項目「${name}」はありません。`, en: `There is no field “${name}”.` }, name);
      return [name, checkOwnValue({ definition, value })];
    }),
  );
}

/** One value as its definition wants it; empty is null. @throws RequestError where it does not fit. */
export function checkOwnValue({ definition, value }: { definition: Definition; value: Json }): Json {
  const bare = typeof value === 'string' ? value.normalize('NFKC').trim() : value;
  if (bare === '' || bare === null) return null;
  const { title, options } = definition;
  switch (definition.kind) {
    case 'number':
      return toNumber(bare) ?? refuse({ definition, wanted: { ja: '数で入れてください', en: 'must be a number' } });
    case 'boolean':
      if (typeof bare === 'boolean') return bare;
      return refuse({ definition, wanted: { ja: '「はい」か「いいえ」で入れてください', en: 'must be yes or no' } });
    case 'date':
      if (typeof bare === 'string' && isDate(bare)) return bare;
      return refuse({
        definition,
        wanted: { ja: '「2026-11-24」のように入れてください', en: 'must be a date as in 2026-11-24' },
      });
    case 'text': {
      const text = String(bare);
      if (options === null || options.includes(text)) return text;
      const wanted = {
        ja: `「${options.join('」「')}」から選んでください`,
        en: `must be one of ${options.join(', ')}`,
      };
      return refuse({ definition: { ...definition, title }, wanted });
    }
    default:
      return definition.kind satisfies never;
  }
}

function toNumber(value: Json): number | undefined {
  if (typeof value === 'boolean') return undefined;
  const number = typeof value === 'number' ? value : Number(String(value).replaceAll(',', ''));
  return Number.isFinite(number) ? number : undefined;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

function refuse({ definition, wanted }: { definition: Definition; wanted: Text }): never {
  const { title, name } = definition;
  throw invalid({ ja: `「${title.ja}」は${wanted.ja}。`, en: `“${title.en}” ${wanted.en}.` }, name);
}
