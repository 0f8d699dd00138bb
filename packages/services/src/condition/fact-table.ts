import { type SQL, sql } from 'drizzle-orm';

/** Gathers the values that conditions ask for, so that each is computed once a row and can be shown. */
export interface FactTable {
  /** `query` selects one jsonb value `v` over `l` and `c`; gives the reference to it. */
  add(fact: { fact: string; query: SQL }): SQL;
  /** Joins to follow `from lead l left join company c …`. */
  joins(): SQL;
  /** The references added so far, in order: take the count before and after to know a condition's own. */
  readonly facts: readonly { readonly fact: string; readonly value: SQL }[];
}

export function createFactTable(): FactTable {
  const facts: { fact: string; value: SQL }[] = [];
  const queries: SQL[] = [];
  return {
    facts,
    add({ fact, query }) {
      const alias = sql.raw(`f${facts.length}`);
      const value = sql`${alias}.v`;
      facts.push({ fact, value });
      queries.push(sql`cross join lateral (${query}) ${alias}`);
      return value;
    },
    joins: () => sql.join(queries, sql` `),
  };
}
