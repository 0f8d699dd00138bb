import { handoff } from '@sodate/database/schema/handoff';
import type { HandoffId, LeadId } from '@sodate/journey/id';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { HandoffEntryKind } from '../handoff/change-handoff.ts';
import { type ListedEntry, listEntries } from '../handoff/list-entries.ts';
import { type NextContact, toNextContact } from '../handoff/next-contact.ts';
import { readZone } from '../organisation/read-zone.ts';
import { mayOpenSql } from './find-handoff-of.ts';

/** What sales and a lead last said to each other, from the log of one hand-off. */
export interface Talk {
  readonly handoff: HandoffId;
  /** The whole log, the oldest first: what was taken back stands in it with the line that took it back. */
  readonly entries: readonly ListedEntry[];
  readonly nextContact: NextContact | null;
}

const said = [
  'absent',
  'reached',
  'met',
  'opportunity',
  'won',
  'lost',
  'rejected',
  'note',
] as const satisfies readonly HandoffEntryKind[];

/** Of the hand-offs of a lead that this reader may open, the newest in which something was said or planned; null: none. */
export async function readTalk({ context, lead }: { context: Context; lead: LeadId }): Promise<Talk | null> {
  const kinds = sql.join(
    said.map((kind) => sql`${kind}`),
    sql`, `,
  );
  const [found] = await context.database.execute<{ id: HandoffId }>(
    sql`select h.id from handoff h where h.lead_id = ${lead}::uuid and ${mayOpenSql(context)}
      and (h.next_contact_at is not null
        or exists (select from handoff_entry l where l.handoff_id = h.id and l.kind in (${kinds})))
      order by h.id desc limit 1`,
  );
  if (found === undefined) return null;
  const [entries, nextContact] = await Promise.all([
    listEntries({ context, handoff: found.id }),
    readNextContact({ context, id: found.id }),
  ]);
  return { handoff: found.id, entries, nextContact };
}

async function readNextContact({ context, id }: { context: Context; id: HandoffId }): Promise<NextContact | null> {
  const [stored] = await context.database
    .select({ at: handoff.nextContactAt, timed: handoff.nextContactTimed, note: handoff.nextContactNote })
    .from(handoff)
    .where(eq(handoff.id, id));
  if (stored === undefined) return null;
  return toNextContact({ stored, now: context.clock.now(), zone: await readZone({ context }) });
}
