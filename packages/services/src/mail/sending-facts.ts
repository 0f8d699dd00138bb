import { type EffectRow, enrollment } from '@sodate/database/schema/enrollment';
import { version } from '@sodate/database/schema/journey';
import { company, type LeadRow, lead } from '@sodate/database/schema/lead';
import { type MailVersionRow, mailVersion, type SentMailId, sentMail } from '@sodate/database/schema/mail';
import { type OrganisationRow, organisation } from '@sodate/database/schema/organisation';
import { statement } from '@sodate/database/statement';
import type { EnrollmentId, LeadId } from '@sodate/journey/id';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type TrackingSecrets, trackingSecretsSql } from './read-tracking-keys.ts';
import { lastConsentSql, type MailStanding, standingSql } from './standing-sql.ts';

/** All that decides whether a mail may go to a lead, and what it says. Read in one query, under the lead's lock. */
export interface SendingFacts {
  readonly lead: LeadRow;
  readonly company: string | null;
  readonly organisation: OrganisationRow;
  readonly version: MailVersionRow;
  readonly standing: MailStanding;
  /** The newest word of the lead on the mail's topic; null: none was ever given. */
  readonly consent: boolean | null;
  /** The row that this effect's mail has, or shall get: the same for every attempt. */
  readonly sentMail: SentMailId;
  readonly visit: number | null;
  readonly trackingSecrets: TrackingSecrets;
}

/** Undefined where the lead, the organisation or the pinned mail is not there. */
export async function findSendingFacts({
  context,
  effect,
}: {
  context: Context;
  effect: EffectRow;
}): Promise<SendingFacts | undefined> {
  const { enrollmentId, leadId, node, key } = effect;
  if (enrollmentId === null || leadId === null || node === null) return undefined;
  const [row] = await readSendingFacts({
    database: context.database,
    values: { enrollment: enrollmentId, lead: leadId, node, key },
  });
  return row;
}

interface Asked {
  readonly enrollment: EnrollmentId;
  readonly lead: LeadId;
  readonly node: string;
  readonly key: string;
}

const readSendingFacts = statement<Asked>()((database, place) => {
  const pinned = sql`(${version.mails} ->> ${place('node')}::text)::uuid`;
  const known = sql<SentMailId>`coalesce((select ${sentMail.id} from ${sentMail} where ${sentMail.effectKey} = ${place('key', sentMail.effectKey)}), uuidv7())`;
  return database
    .select({
      lead,
      company: company.name,
      organisation,
      version: mailVersion,
      standing: standingSql({ lead: sql`${lead}` }),
      consent: lastConsentSql({ lead: sql`${lead}`, topic: sql`${mailVersion.topic}` }),
      sentMail: known,
      visit: enrollment.visit,
      trackingSecrets: trackingSecretsSql(),
    })
    .from(enrollment)
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .innerJoin(mailVersion, eq(mailVersion.id, pinned))
    .innerJoin(lead, eq(lead.id, place('lead', lead.id)))
    .leftJoin(company, eq(company.id, lead.companyId))
    .innerJoin(organisation, eq(organisation.only, 1))
    .where(eq(enrollment.id, place('enrollment', enrollment.id)));
});
