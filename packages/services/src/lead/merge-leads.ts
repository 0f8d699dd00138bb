import { rightNow } from '@sodate/database/columns';
import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { consent, type LeadRow, lead, leadScore, visitor } from '@sodate/database/schema/lead';
import type { EnrollmentId, LeadId } from '@sodate/journey/id';
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { endPassage } from '../engine/end-passage.ts';
import { lockPassage } from '../engine/lock-passage.ts';
import { nudge } from '../enrollment/nudge.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { storeEvents } from '../event/store-events.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Makes two leads one. `keep` stays; `merge` becomes a pointer to it. Visitors, consents, hand-offs and open passages
 * move; where both are in one journey the longer-standing passage stays and the other ends as merged, keeping its old
 * lead. Empty fields are filled. Everybody moved is looked at again. @throws RequestError 'invalid', 'not-found',
 * 'conflict' while a mail of the passage that would end is in the air.
 */
export async function mergeLeads({
  context,
  keep,
  merge,
}: {
  context: Context;
  keep: LeadId;
  merge: LeadId;
}): Promise<void> {
  if (keep === merge) throw sameLead();
  await inTransaction({ context }, async (inner) => {
    await lockVisitors({ context: inner, keep, merge });
    const { stays, goes } = await lockBoth({ context: inner, keep, merge });
    await endLaterPassages({ context: inner, keep, merge });
    await moveEverything({ context: inner, keep, merge });
    await joinRows({ context: inner, stays, goes });
    await storeEvents({ context: inner, events: [{ lead: keep, name: 'lead-merged', properties: { merged: merge } }] });
    await nudgeOpen({ context: inner, lead: keep });
    await writeAudit({
      context: inner,
      line: { action: 'lead-merged', subject: 'lead', subjectId: keep, detail: { merged: merge } },
    });
  });
}

/** Visitors before leads: whoever acts in one of their browsers just now holds that, and will ask for the lead. */
async function lockVisitors({
  context,
  keep,
  merge,
}: {
  context: Context;
  keep: LeadId;
  merge: LeadId;
}): Promise<void> {
  await context.database
    .select({ id: visitor.id })
    .from(visitor)
    .where(inArray(visitor.leadId, [keep, merge]))
    .orderBy(asc(visitor.id))
    .for('no key update');
}

async function lockBoth({
  context,
  keep,
  merge,
}: {
  context: Context;
  keep: LeadId;
  merge: LeadId;
}): Promise<{ stays: LeadRow; goes: LeadRow }> {
  const rows = await context.database
    .select()
    .from(lead)
    .where(inArray(lead.id, [keep, merge]))
    .orderBy(asc(lead.id))
    .for('no key update');
  const stays = rows.find(({ id }) => id === keep);
  const goes = rows.find(({ id }) => id === merge);
  if (!stays || !goes || [stays, goes].some((row) => row.mergedInto !== null || row.erasedAt !== null)) throw gone();
  return { stays, goes };
}

/** Of two passages in one journey the one that entered later ends. */
async function endLaterPassages({
  context,
  keep,
  merge,
}: {
  context: Context;
  keep: LeadId;
  merge: LeadId;
}): Promise<void> {
  const open = await context.database
    .select({ id: enrollment.id, journey: enrollment.journeyId, enteredAt: enrollment.enteredAt })
    .from(enrollment)
    .where(and(inArray(enrollment.leadId, [keep, merge]), ne(enrollment.state, 'ended')))
    .orderBy(asc(enrollment.id));
  const later = [...Map.groupBy(open, ({ journey }) => journey).values()].flatMap((ones): EnrollmentId[] =>
    ones
      .toSorted((a, b) => a.enteredAt - b.enteredAt)
      .slice(1)
      .map(({ id }) => id),
  );
  for (const id of later.toSorted()) {
    const locked = await lockPassage({ context, enrollment: id });
    if (!locked) continue;
    const { state, leadId } = await endPassage({ context, locked, reason: 'merged', workflow: 'close' });
    // It leaves once its mail has landed; until then the other cannot stand beside it.
    if (state !== 'ended' && leadId === keep) throw mailInTheAir();
  }
}

async function moveEverything({
  context: { database },
  keep,
  merge,
}: {
  context: Context;
  keep: LeadId;
  merge: LeadId;
}): Promise<void> {
  // The lead's own visitor row moves too: it then holds the other's past, beside the one that stays.
  await database
    .update(visitor)
    .set({ leadId: keep, anonymousId: sql`coalesce(${visitor.anonymousId}, 'lead:' || ${merge}::text)` })
    .where(eq(visitor.leadId, merge));
  // Passages that are leaving keep their old lead: they end there.
  await database
    .update(enrollment)
    .set({ leadId: keep, rest: sql`${enrollment.rest} + 1` })
    .where(and(eq(enrollment.leadId, merge), ne(enrollment.state, 'ended'), sql`${enrollment.leaving} is null`));
  await database.update(handoff).set({ leadId: keep }).where(eq(handoff.leadId, merge));
  // The pointer has no address: a mail that waits would not be sent, and the cap would forget those that were.
  await database.update(effect).set({ leadId: keep }).where(eq(effect.leadId, merge));
  await database.update(consent).set({ leadId: keep }).where(eq(consent.leadId, merge));
  await database.delete(leadScore).where(inArray(leadScore.leadId, [keep, merge]));
}

/** The pointer gives up what must be unique; the lead that stays takes what it lacks. */
async function joinRows({
  context: { database },
  stays,
  goes,
}: {
  context: Context;
  stays: LeadRow;
  goes: LeadRow;
}): Promise<void> {
  await database
    .update(lead)
    .set({ mergedInto: stays.id, email: null, userId: null, updatedAt: rightNow })
    .where(eq(lead.id, goes.id));
  const firstTouch = [stays.firstTouch, goes.firstTouch]
    .filter((touch) => touch !== null)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  await database
    .update(lead)
    .set({
      email: stays.email ?? goes.email,
      userId: stays.userId ?? goes.userId,
      name: stays.name || goes.name,
      nameKana: stays.nameKana ?? goes.nameKana,
      department: stays.department ?? goes.department,
      title: stays.title ?? goes.title,
      phone: stays.phone ?? goes.phone,
      address: stays.address ?? goes.address,
      region: stays.region ?? goes.region,
      zone: stays.zone ?? goes.zone,
      companyId: stays.companyId ?? goes.companyId,
      ownerId: stays.ownerId ?? goes.ownerId,
      attributes: { ...goes.attributes, ...stays.attributes },
      firstTouch: firstTouch ?? null,
      lastEventId: Math.max(stays.lastEventId, goes.lastEventId),
      lastSeenAt: sql`greatest(${lead.lastSeenAt}, ${goes.lastSeenAt === null ? null : new Date(goes.lastSeenAt).toISOString()}::timestamptz)`,
      updatedAt: rightNow,
    })
    .where(eq(lead.id, stays.id));
}

async function nudgeOpen({ context, lead: id }: { context: Context; lead: LeadId }): Promise<void> {
  const rows = await context.database
    .select()
    .from(enrollment)
    .where(and(eq(enrollment.leadId, id), ne(enrollment.state, 'ended')))
    .orderBy(asc(enrollment.id))
    .for('update');
  await nudge({ context, rows });
}

function mailInTheAir() {
  return conflict({
    ja: 'いまこのリードにメールを送っているところです。1分ほど待ってから、もう一度お試しください。',
    en: 'An email is on its way to this lead right now. Wait a minute and try again.',
  });
}

function sameLead() {
  return invalid({ ja: '同じリードどうしは統合できません。', en: 'A lead cannot be merged with itself.' });
}

function gone() {
  return notFound({
    ja: '統合するリードが見つかりません。すでに統合または削除されています。',
    en: 'One of these leads was not found: it has been merged or erased already.',
  });
}
