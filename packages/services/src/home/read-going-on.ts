import type { EnrollmentState } from '@sodate/database/schema/enrollment';
import type { EnrollmentId, NodeId, OpId, VersionId } from '@sodate/journey/id';
import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type MailStanding, standingSql } from '../mail/standing-sql.ts';

/** A passage that goes on by itself, with what decides about mails to its lead. */
export interface GoingOn {
  readonly id: EnrollmentId;
  readonly version: VersionId;
  /** For how many it stands: 1, or more where it is one of a sample. */
  readonly count: number;
  readonly state: EnrollmentState;
  readonly op: OpId;
  readonly visit: number;
  readonly visits: Readonly<Record<NodeId, number>>;
  readonly moveTo: NodeId | null;
  readonly offsetMs: number;
  /** When it goes on, in real time. */
  readonly lookAt: Instant;
  readonly zone: string | null;
  readonly standing: MailStanding;
  /** The newest word on each topic. */
  readonly consents: Readonly<Record<string, boolean>>;
}

/** Of more in one version a sample is looked at, so that Home need not wait for a million leads. */
const mostOfVersion = 400;

/** The passages of live journeys that go on by themselves before `to`; test leads are left out. */
export async function readGoingOn({
  context,
  to,
  most = mostOfVersion,
}: {
  context: Context;
  to: Instant;
  most?: number;
}): Promise<readonly GoingOn[]> {
  const waiting = sql`e.look_at < ${formatInstant(to)}::timestamptz and e.state in ('resting', 'acting') and not e.test`;
  const rows = await context.database.execute<
    Record<string, unknown> & Omit<GoingOn, 'lookAt'> & { lookMs: number }
  >(sql`
    with going as (
      select e.version_id, ceil(count(*)::float8 / ${most}::int)::int as one_of
      from enrollment e join journey j on j.id = e.journey_id
      where ${waiting} and j.state = 'live' group by 1)
    select e.id, e.version_id as version, g.one_of as count, e.state, e.op, e.visit, e.visits, e.move_to as "moveTo",
      e.offset_ms::float8 as "offsetMs", floor(extract(epoch from e.look_at) * 1000)::float8 as "lookMs", l.zone,
      ${standingSql({ lead: sql`l` })} as standing,
      coalesce((select jsonb_object_agg(o.topic, o.given) from (select distinct on (topic) topic, given from consent
        where lead_id = l.id order by topic, id desc) o), '{}') as consents
    from going g join enrollment e on e.version_id = g.version_id join lead l on l.id = e.lead_id
    where ${waiting} and uuid_hash_extended(e.id, 0) % g.one_of = 0`);
  return rows.map(({ lookMs, ...row }) => ({ ...row, lookAt: asInstant(lookMs) }));
}
