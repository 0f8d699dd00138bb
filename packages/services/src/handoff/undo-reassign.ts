import { rightNow } from '@sodate/database/columns';
import { effect } from '@sodate/database/schema/enrollment';
import type { HandoffRow } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { asId, type HandoffId, type UserId } from '@sodate/journey/id';
import { and, asc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { noticesOfLeads } from '../notice/notices-of-leads.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { type Assignment, findAssignment, type WhyKept, whyKept } from './find-assignment.ts';
import { findGoneOwner } from './find-gone-owner.ts';
import { assertMayReassign } from './handoff-access.ts';
import type { undoReassignInput } from './handoff-input.ts';
import { hrefOf } from './href-of.ts';
import { tellFormerOwner } from './tell-former-owner.ts';

/** One that stays with its new owner, and why; `by`: who has gone on with it, or was deactivated since. */
export interface KeptHandoff {
  readonly handoff: HandoffId;
  readonly why: WhyKept | 'gone';
  readonly by: string | null;
}

export interface UndoneReassign {
  readonly restored: number;
  /** Who has them again, by name; nobody, where nobody had them. */
  readonly owners: readonly string[];
  readonly kept: readonly KeptHandoff[];
}

/**
 * Takes back changes of owner that one made oneself a few minutes ago: whoever had the hand-off has it again, and its
 * lead unless that is somebody else's by now. One with which somebody has gone on since stays as it is, and is named,
 * as does one whose former owner was deactivated. Each in a transaction of its own. @throws RequestError 'forbidden', 'not-found'.
 */
export async function undoReassign({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof undoReassignInput>;
}): Promise<UndoneReassign> {
  assertMayReassign({ actor: context.actor });
  const kept: KeptHandoff[] = [];
  const again = new Set<UserId>();
  for (const id of input.handoffs) {
    const one = await changeHandoff({ context, handoff: id }, async ({ context: inner, locked: { row, realNow } }) => {
      const given = await findAssignment({ context: inner, row });
      const why = whyKept({ actor: inner.actor, row, given, realNow });
      if (given === undefined || why !== undefined) {
        return { handoff: id, why: why ?? 'late', by: given?.touchedBy?.name ?? null };
      }
      const gone = await findGoneOwner({ context: inner, given });
      if (gone !== undefined) return { handoff: id, why: 'gone' as const, by: gone };
      const { ownerId } = await giveAgain({ context: inner, row, given });
      if (ownerId !== null) again.add(ownerId);
      return undefined;
    });
    if (one !== undefined) kept.push(one);
  }
  return {
    restored: input.handoffs.length - kept.length,
    owners: await readNames({ context, people: [...again] }),
    kept,
  };
}

async function readNames({ context, people }: { context: Context; people: readonly UserId[] }): Promise<string[]> {
  if (people.length === 0) return [];
  const rows = await context.database
    .select({ name: user.name })
    .from(user)
    .where(inArray(user.id, people))
    .orderBy(asc(user.name));
  return rows.map(({ name }) => name);
}

async function giveAgain({ context, row, given }: { context: Context; row: HandoffRow; given: Assignment }) {
  const former = given.detail.from === undefined ? null : asId<'user'>(given.detail.from);
  await restoreLead({ context, row, given });
  await quietNewOwner({ context, row, given, former });
  await tellThatItStays({ context, row, former });
  const detail = { ...(former === null ? {} : { to: former }), ...(row.ownerId === null ? {} : { from: row.ownerId }) };
  await writeEntry({ context, row, kind: 'assigned', detail: { ...detail, undoes: 'yes' } });
  await writeAudit({
    context,
    line: { action: 'handoff-reassigned', subject: 'handoff', subjectId: row.id, detail },
  });
  return writeHandoff({ context, row, values: { ownerId: former } });
}

/** The lead went along with the hand-off: it goes back, unless a person has given it to somebody else since. */
async function restoreLead({ context, row, given }: { context: Context; row: HandoffRow; given: Assignment }) {
  const { lead: before } = given.detail;
  if (before === undefined || row.ownerId === null) return;
  await context.database
    .update(lead)
    .set({ ownerId: before === '' ? null : asId<'user'>(before) })
    .where(and(eq(lead.id, row.leadId), eq(lead.ownerId, row.ownerId)));
}

/** Who had not read of it yet never hears of it; who has, hears whose it is now. */
async function quietNewOwner({
  context,
  row,
  given,
  former,
}: {
  context: Context;
  row: HandoffRow;
  given: Assignment;
  former: UserId | null;
}) {
  const { ownerId: owner } = row;
  if (owner === null) return;
  const theirs = and(
    eq(effect.handoffId, row.id),
    sql`${effect.config} ->> 'notice' = 'assigned'`,
    sql`${effect.config} ->> 'user' = ${owner}::text`,
    gte(effect.createdAt, given.at),
  );
  await context.database
    .update(effect)
    .set({ state: 'dropped', settledAt: rightNow })
    .where(and(theirs, eq(effect.state, 'waiting')));
  const mailed = await context.database
    .select({ key: effect.key })
    .from(effect)
    .where(and(theirs, ne(effect.state, 'dropped')));
  const unread = await context.database
    .delete(notice)
    .where(
      and(
        noticesOfLeads([row.leadId]),
        eq(notice.userId, owner),
        eq(notice.kind, 'handoff-assigned'),
        eq(notice.href, hrefOf(row)),
        isNull(notice.readAt),
        gte(notice.at, given.at),
      ),
    )
    .returning({ id: notice.id });
  if (unread.length === 0 || mailed.length > 0) await tellFormerOwner({ context, row, to: former });
}

/** Who had it, and has it again: in place of the notice that it went to another. */
async function tellThatItStays({ context, row, former }: { context: Context; row: HandoffRow; former: UserId | null }) {
  const { actor } = context;
  if (former === null) return;
  await context.database
    .delete(notice)
    .where(
      and(
        noticesOfLeads([row.leadId]),
        eq(notice.userId, former),
        eq(notice.kind, 'handoff-taken'),
        isNull(notice.readAt),
        sql`${notice.detail} ->> 'to' = ${row.ownerId}::text`,
      ),
    );
  if (actor.kind === 'user' && actor.id === former) return;
  const [still] = await context.database
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, former), eq(user.banned, false)));
  if (still === undefined) return;
  await context.database.insert(notice).values({
    userId: former,
    kind: 'handoff-restored',
    detail: { lead: row.leadId, ...(actor.kind === 'user' ? { changedBy: actor.id } : {}) },
    href: hrefOf(row),
  });
}
