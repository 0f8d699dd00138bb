import type { UserId } from '@sodate/journey/id';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Whose hand-offs: one person's, or those that nobody who is with us has. */
export type HandoffsOf = UserId | 'nobody';

/** A condition over a hand-off's owner. */
export function ownedBy({ owner, of }: { owner: SQLWrapper; of: HandoffsOf }): SQL {
  if (of !== 'nobody') return sql`${owner} = ${of}::uuid`;
  return sql`(${owner} is null or ${owner} in (select gone.id from "user" gone where gone.banned))`;
}
