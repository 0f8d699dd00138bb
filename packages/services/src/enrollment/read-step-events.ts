import { event, thing } from '@sodate/database/schema/event';
import { handoff } from '@sodate/database/schema/handoff';
import { journey } from '@sodate/database/schema/journey';
import { mail, sentMail } from '@sodate/database/schema/mail';
import { user } from '@sodate/database/schema/user';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { titleOfThingSql } from '../form/title-of-thing-sql.ts';
import { answeredBySql, answeredWhySql } from '../handoff/answered-by-sql.ts';
import type { TimelineEvent } from '../lead/read-timeline.ts';

/** The event that a step came from, as far as words for it need. */
export type StepEvent = Pick<
  TimelineEvent,
  'name' | 'thing' | 'source' | 'mail' | 'journey' | 'handoff' | 'outcome' | 'properties'
>;

/** Of the steps of one page: their events, by id. What was typed into them is left out. */
export async function readStepEvents({
  context,
  ids,
}: {
  context: Context;
  ids: readonly number[];
}): Promise<ReadonlyMap<number, StepEvent>> {
  if (ids.length === 0) return new Map();
  const rows = await context.database
    .select({
      id: event.id,
      name: event.name,
      key: thing.key,
      title: titleOfThingSql({ context, of: sql`${thing}` }),
      source: event.source,
      mailId: event.mailId,
      mail: mail.name,
      subject: sentMail.subject,
      journeyId: event.journeyId,
      journey: journey.name,
      handoffId: event.handoffId,
      owner: user.name,
      answeredBy: answeredBySql({ of: sql`${event}` }),
      why: answeredWhySql({ of: sql`${event}`, what: 'reason' }),
      outcome: event.outcome,
    })
    .from(event)
    .leftJoin(thing, eq(thing.id, event.thingId))
    .leftJoin(mail, eq(mail.id, event.mailId))
    .leftJoin(sentMail, eq(sentMail.id, event.sentMailId))
    .leftJoin(journey, eq(journey.id, event.journeyId))
    .leftJoin(handoff, eq(handoff.id, event.handoffId))
    .leftJoin(user, eq(user.id, handoff.ownerId))
    .where(inArray(event.id, [...ids]));
  return new Map(rows.map((row) => [row.id, toStepEvent(row)]));
}

interface EventRow extends Pick<StepEvent, 'name' | 'source' | 'outcome'> {
  readonly key: string | null;
  readonly title: string | null;
  readonly mailId: NonNullable<StepEvent['mail']>['id'] | null;
  readonly mail: string | null;
  readonly subject: string | null;
  readonly journeyId: NonNullable<StepEvent['journey']>['id'] | null;
  readonly journey: string | null;
  readonly handoffId: NonNullable<StepEvent['handoff']>['id'] | null;
  readonly owner: string | null;
  readonly answeredBy: string | null;
  readonly why: string | null;
}

function toStepEvent({
  name,
  key,
  title,
  source,
  mailId,
  mail: mailName,
  subject,
  outcome,
  ...row
}: EventRow): StepEvent {
  return {
    name,
    thing: key === null ? null : { key, title },
    source,
    mail: mailId === null ? null : { id: mailId, name: mailName ?? '', subject },
    journey: row.journeyId === null ? null : { id: row.journeyId, name: row.journey ?? '' },
    handoff:
      row.handoffId === null
        ? null
        : { id: row.handoffId, owner: row.owner, by: row.answeredBy, why: row.why, note: null },
    outcome,
    properties: {},
  };
}
