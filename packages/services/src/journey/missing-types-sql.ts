import { version } from '@sodate/database/schema/journey';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The node types that a row of `version` draws and this server does not have, by name. */
export function missingTypesSql({ context }: { context: Context }): SQL<readonly string[]> {
  const installed = [...context.nodeTypes.catalog.keys()].map((type) => sql`${type}::text`);
  const missing = installed.length === 0 ? sql`` : sql`where t.type #>> '{}' not in (${sql.join(installed, sql`, `)})`;
  return sql<readonly string[]>`to_jsonb(array(
    select distinct t.type #>> '{}' from jsonb_path_query(${version.graph}, '$.nodes.*.type') t (type) ${missing} order by 1))`;
}
