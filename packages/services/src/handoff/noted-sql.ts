import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Actor } from '../context.ts';

/** There is a note on this hand-off for its reader that they have not read, in the log or given with it; nobody writes to viewers. */
export function notedSql({
  actor,
  of: { id, lead },
}: {
  actor: Actor;
  of: { readonly id: SQLWrapper; readonly lead: SQLWrapper };
}): SQL<boolean> {
  if (actor.kind !== 'user' || actor.role === 'viewer') return sql`false`;
  return sql`exists (select from notice n where n.detail ->> 'lead' = ${lead}::text and n.user_id = ${actor.id}::uuid
    and (n.kind = 'handoff-noted' or (n.kind = 'handoff-assigned' and n.detail ->> 'entry' is not null)) and n.href = '/handoffs/' || ${id} and n.read_at is null)`;
}
