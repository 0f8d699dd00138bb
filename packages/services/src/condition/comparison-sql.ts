import type { Comparison } from '@sodate/journey/condition/condition';
import { unreachable } from '@sodate/journey/unreachable';
import { type SQL, sql } from 'drizzle-orm';
import { escapeLike } from './escape-like.ts';

/**
 * The SQL twin of `compareValue`. `value` is a jsonb expression, null where the value is missing. Never null:
 * a missing value is equal to nothing and less than nothing.
 */
export function comparisonSql({ value, compare }: { value: SQL; compare: Comparison }): SQL {
  switch (compare.is) {
    case 'equal':
      return equalSql({ value, to: compare.value });
    case 'not-equal':
      return sql`(not ${equalSql({ value, to: compare.value })})`;
    case 'less':
      return sql`coalesce(${numberSql(value)} < ${compare.value}::float8, false)`;
    case 'at-most':
      return sql`coalesce(${numberSql(value)} <= ${compare.value}::float8, false)`;
    case 'at-least':
      return sql`coalesce(${numberSql(value)} >= ${compare.value}::float8, false)`;
    case 'more':
      return sql`coalesce(${numberSql(value)} > ${compare.value}::float8, false)`;
    case 'contains':
      return sql`coalesce(${textSql(value)} like ${`%${escapeLike(compare.value.toLowerCase())}%`}, false)`;
    case 'starts-with':
      return sql`coalesce(${textSql(value)} like ${`${escapeLike(compare.value.toLowerCase())}%`}, false)`;
    case 'one-of':
      if (compare.values.length === 0) return sql`false`;
      return sql`(${sql.join(
        compare.values.map((to) => equalSql({ value, to })),
        sql` or `,
      )})`;
    case 'empty':
      return emptySql(value);
    case 'not-empty':
      return sql`(not ${emptySql(value)})`;
    default:
      return unreachable(compare);
  }
}

function equalSql({ value, to }: { value: SQL; to: string | number | boolean }): SQL {
  if (typeof to === 'string') return sql`coalesce(${textSql(value)} = ${to.toLowerCase()}::text, false)`;
  if (typeof to === 'number') return sql`coalesce(${numberSql(value)} = ${to}::float8, false)`;
  return sql`coalesce(${value} = to_jsonb(${to}::boolean), false)`;
}

function emptySql(value: SQL): SQL {
  return sql`(coalesce(jsonb_typeof(${value}), 'null') = 'null' or ${value} = '""'::jsonb)`;
}

/** The text in lower case; null where the value is no text, or empty. */
function textSql(value: SQL): SQL {
  return sql`(case when jsonb_typeof(${value}) = 'string' then nullif(lower(${value} #>> '{}'), '') end)`;
}

/** Null where the value is no number. A case, since PostgreSQL may evaluate an AND in any order. */
function numberSql(value: SQL): SQL {
  return sql`(case when jsonb_typeof(${value}) = 'number' then (${value} #>> '{}')::float8 end)`;
}
