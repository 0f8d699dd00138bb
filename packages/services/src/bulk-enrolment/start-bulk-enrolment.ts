import { type BulkEnrolmentRow, bulkEnrolment } from '@sodate/database/schema/bulk-enrolment';
import { lead } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { lockJourney } from '../journey/lock-journey.ts';
import { type LeadFilter, leadFilterSql } from '../lead/lead-filter.ts';
import { inTransaction } from '../transaction.ts';
import type { startBulkEnrolmentInput } from './bulk-enrolment-input.ts';
import { findDoor } from './find-door.ts';

/**
 * Begins to let all leads of a filter into a live journey by its trigger "added by hand"; workers do the rest.
 * Leads made later are not meant. @throws RequestError 'not-found'; 'conflict' where the journey lets nobody in by hand,
 * no lead fits, or the same is under way already.
 */
export async function startBulkEnrolment({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof startBulkEnrolmentInput>;
}): Promise<BulkEnrolmentRow> {
  return inTransaction({ context }, async (inner) => {
    // The lock makes two clicks come one after the other.
    const journey = await lockJourney({ context: inner, id: input.journey });
    if (journey.state !== 'live' || journey.liveVersionId === null) throw notLive();
    if ((await findDoor({ context: inner, version: journey.liveVersionId })) === undefined) throw noDoor();
    if (!(await fitsAnybody({ context: inner, filter: input.filter }))) throw nobodyFits();
    if (await isUnderWay({ context: inner, input })) throw underWay();
    const [row] = await inner.database
      .insert(bulkEnrolment)
      .values({
        journeyId: journey.id,
        filter: input.filter,
        lastLead: await findNewestLead({ context: inner }),
        userId: inner.actor.kind === 'user' ? inner.actor.id : null,
      })
      .returning();
    if (!row) throw new Error('no bulk enrolment was written');
    const detail = { bulkEnrolment: row.id, filter: input.filter };
    const line = { action: 'bulk-enrolment-started', subject: 'journey', subjectId: journey.id, detail };
    await writeAudit({ context: inner, line });
    return row;
  });
}

async function fitsAnybody({ context, filter }: { context: Context; filter: LeadFilter }): Promise<boolean> {
  const fits = await leadFilterSql({ context, filter });
  const rows = await context.database.execute(sql`
    select 1 from lead l left join lead_score s on s.lead_id = l.id where ${fits} limit 1`);
  return rows.length > 0;
}

async function isUnderWay({
  context,
  input: { journey, filter },
}: {
  context: Context;
  input: z.output<typeof startBulkEnrolmentInput>;
}): Promise<boolean> {
  const same = sql`${bulkEnrolment.filter} = ${JSON.stringify(filter)}::text::jsonb`;
  const [found] = await context.database
    .select({ id: bulkEnrolment.id })
    .from(bulkEnrolment)
    .where(and(eq(bulkEnrolment.journeyId, journey), eq(bulkEnrolment.state, 'running'), same))
    .limit(1);
  return found !== undefined;
}

async function findNewestLead({ context }: { context: Context }): Promise<LeadId | null> {
  const [row] = await context.database.select({ id: lead.id }).from(lead).orderBy(desc(lead.id)).limit(1);
  return row?.id ?? null;
}

function notLive() {
  return conflict(
    {
      ja: 'このシナリオは公開中ではないので、リードを追加できません。公開してから、もう一度お試しください。',
      en: 'This journey is not live, so nobody can be added. Publish it, then try again.',
    },
    'journey',
  );
}

function noDoor() {
  return conflict(
    {
      ja: 'このシナリオには「手で追加」のきっかけがありません。きっかけを足して公開してください。',
      en: 'This journey has no trigger “Added by hand”. Add one and publish.',
    },
    'journey',
  );
}

function nobodyFits() {
  return conflict({
    ja: '条件に合うリードがいません。一覧の絞り込みを変えてください。',
    en: 'No lead fits. Change the filter of the list.',
  });
}

function underWay() {
  return conflict({
    ja: '同じ条件のリードを、いまこのシナリオに追加しているところです。進み具合はシナリオのリード画面で見られます。',
    en: 'Leads of the same filter are being added to this journey right now. Its leads page shows how far it is.',
  });
}
