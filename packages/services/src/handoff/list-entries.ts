import { handoffEntry } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import { asId, type HandoffId, type UserId } from '@sodate/journey/id';
import { type Stage, stages } from '@sodate/journey/stage';
import { formatInstant } from '@sodate/journey/time/instant';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from '../context.ts';
import type { HandoffEntryKind } from './change-handoff.ts';
import { conversationOutcomes } from './handoff-input.ts';

export interface ListedEntry {
  readonly id: string;
  readonly kind: HandoffEntryKind;
  /** Who did it; null: the system. */
  readonly by: string | null;
  readonly byId: UserId | null;
  /** Whom it was given to, where it was reassigned. */
  readonly to: string | null;
  /** Who had it until then; null: nobody. */
  readonly from: string | null;
  /** A change of owner that takes the one before it back. */
  readonly undoes: boolean;
  /** An outcome that was recorded before anybody had accepted: the line before it says that this accepted it. */
  readonly tookOn: boolean;
  /** Who heard that it was overdue. */
  readonly told: readonly string[];
  /** The stage that the lead came to by it. */
  readonly stage: Stage | null;
  readonly reason: string | null;
  readonly note: string | null;
  /** The next contact that was set. */
  readonly contact: { readonly at: string; readonly timed: boolean } | null;
  readonly at: string;
}

const most = 100;

/** The log of conversations of one hand-off, oldest first: the newest 100 lines of it. */
export async function listEntries({
  context,
  handoff,
}: {
  context: Context;
  handoff: HandoffId;
}): Promise<readonly ListedEntry[]> {
  const receiver = alias(user, 'receiver');
  const rows = await context.database
    .select({ entry: handoffEntry, by: user.name, to: receiver.name })
    .from(handoffEntry)
    .leftJoin(user, eq(user.id, handoffEntry.userId))
    .leftJoin(receiver, eq(receiver.id, sql`(${handoffEntry.detail} ->> 'to')::uuid`))
    .where(eq(handoffEntry.handoffId, handoff))
    .orderBy(desc(handoffEntry.id))
    .limit(most);
  const ids = rows.flatMap(({ entry }) => [...toldIn(entry), ...formerIn(entry)]);
  const names = await readNames({ context, ids });
  return rows.toReversed().map(({ entry, by, to }) => ({
    ...toListed({ entry, by, to }),
    from: formerIn(entry).map((id) => names.get(id))[0] ?? null,
    told: toldIn(entry).flatMap((id) => names.get(id) ?? []),
  }));
}

type Entry = typeof handoffEntry.$inferSelect;

function toListed({ entry, by, to }: { entry: Entry; by: string | null; to: string | null }) {
  const { id, kind, detail, at } = entry;
  return {
    id,
    kind,
    by,
    byId: entry.userId,
    to,
    stage: stages.find((one) => one === detail.stageAfter) ?? null,
    reason: detail.reason ?? null,
    note: detail.note ?? null,
    contact: detail.contactAt === undefined ? null : { at: detail.contactAt, timed: detail.contactTimed === 'yes' },
    undoes: detail.undoes !== undefined,
    tookOn: conversationOutcomes.some((one) => one === kind) && detail.from === 'open',
    at: formatInstant(at),
  };
}

function toldIn({ detail }: Entry): readonly UserId[] {
  return (detail.told ?? '').split(' ').flatMap((id) => (id === '' ? [] : [asId<'user'>(id)]));
}

function formerIn({ kind, detail }: Entry): readonly UserId[] {
  return kind === 'assigned' && detail.from !== undefined ? [asId<'user'>(detail.from)] : [];
}

async function readNames({
  context,
  ids,
}: {
  context: Context;
  ids: readonly UserId[];
}): Promise<ReadonlyMap<UserId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.database
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
