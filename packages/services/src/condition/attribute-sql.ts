import { type SQL, sql } from 'drizzle-orm';
import { findBuiltInAttribute } from '../attribute/built-in-attributes.ts';

/** The value of an attribute as jsonb, over rows `l` of `lead` and `c` of `company`; null where it is missing. */
export function attributeSql({ of, attribute }: { of: 'lead' | 'company'; attribute: string }): SQL {
  const row = sql.raw(of === 'lead' ? 'l' : 'c');
  const builtIn = findBuiltInAttribute({ of, name: attribute });
  if (builtIn !== undefined) return sql`to_jsonb(${row}.${sql.identifier(builtIn.column)})`;
  return sql`(${row}.attributes -> ${attribute}::text)`;
}
