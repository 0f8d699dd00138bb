import {
  attributeDefinition,
  company,
  consent,
  type FirstTouch,
  type LeadRow,
  lead,
  leadScore,
} from '@sodate/database/schema/lead';
import { user } from '@sodate/database/schema/user';
import type { CompanyId, LeadId, UserId } from '@sodate/journey/id';
import type { Json } from '@sodate/journey/json';
import type { Stage } from '@sodate/journey/stage';
import type { Text } from '@sodate/journey/text';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { findLead } from './find-lead.ts';
import { findLeadReach, type LeadReach } from './find-lead-reach.ts';
import { seesPersonalData } from './sees-personal-data.ts';

export const leadInput = z.object({ lead: z.uuid().transform((id) => id as LeadId) });

export interface ConsentLine {
  readonly topic: string;
  readonly given: boolean;
  readonly wording: string;
  readonly source: string;
  readonly at: string;
}

export interface OwnField {
  readonly name: string;
  readonly title: Text;
  readonly kind: 'text' | 'number' | 'boolean' | 'date';
  readonly options: readonly string[] | null;
  readonly value: Json;
}

export interface LeadDetail {
  readonly id: LeadId;
  readonly name: string;
  readonly nameKana: string | null;
  readonly email: string | null;
  readonly userId: string | null;
  readonly department: string | null;
  readonly title: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly region: string | null;
  readonly zone: string | null;
  readonly language: 'ja' | 'en' | null;
  readonly stage: Stage;
  readonly stageAt: string;
  /** `active`: not deactivated. */
  readonly owner: { readonly id: UserId; readonly name: string; readonly active: boolean } | null;
  readonly company: {
    readonly id: CompanyId;
    readonly name: string;
    readonly industry: string | null;
    readonly employees: number | null;
    readonly region: string | null;
    readonly domain: string | null;
  } | null;
  readonly own: readonly OwnField[];
  /** Own fields of the company; none where the lead belongs to none. */
  readonly companyOwn: readonly OwnField[];
  readonly firstTouch: FirstTouch | null;
  readonly consents: readonly ConsentLine[];
  readonly mates: readonly Mate[];
  readonly test: boolean;
  readonly bounced: boolean;
  readonly lastSeenAt: string | null;
  readonly createdAt: string;
  /** True where this reader is shown no personal data. */
  readonly masked: boolean;
  /** What of it this reader may change. */
  readonly reach: LeadReach;
}

export interface Mate {
  readonly id: LeadId;
  readonly name: string;
  readonly department: string | null;
  readonly title: string | null;
  readonly score: number;
}

const mostMates = 6;

/**
 * All about a lead but its history. A merged lead answers with the one that stayed.
 * @throws RequestError where there is no such lead
 */
export async function getLead({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof leadInput>;
}): Promise<LeadDetail> {
  const row = await findLead({ context, lead: input.lead });
  const masked = !seesPersonalData(context.actor);
  const own = masked ? [] : await readOwnFields({ context, of: 'lead', attributes: row.attributes });
  const [owner] =
    row.ownerId === null ? [] : await context.database.select().from(user).where(eq(user.id, row.ownerId));
  return {
    ...facts({ row, masked }),
    owner: owner === undefined ? null : { id: owner.id, name: owner.name, active: !owner.banned },
    company: row.companyId === null ? null : await readCompany({ context, id: row.companyId }),
    own,
    companyOwn: row.companyId === null || masked ? [] : await readCompanyOwn({ context, id: row.companyId }),
    consents: await readConsents({ context, lead: row.id }),
    mates: row.companyId === null ? [] : await readMates({ context, row, company: row.companyId }),
    masked,
    reach: await findLeadReach({ context, lead: row.id, owner: row.ownerId }),
  };
}

function facts({ row, masked }: { row: LeadRow; masked: boolean }) {
  const hidden = masked ? { name: '', nameKana: null, email: null, userId: null, phone: null, address: null } : {};
  return {
    id: row.id,
    name: row.name,
    nameKana: row.nameKana,
    email: row.email,
    userId: row.userId,
    phone: row.phone,
    address: row.address,
    department: row.department,
    title: row.title,
    region: row.region,
    zone: row.zone,
    language: row.language,
    stage: row.stage,
    stageAt: formatInstant(row.stageAt),
    firstTouch: row.firstTouch,
    test: row.test,
    bounced: row.bouncedAt !== null,
    lastSeenAt: isoOrNull(row.lastSeenAt),
    createdAt: formatInstant(row.createdAt),
    ...hidden,
  };
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

async function readCompany({ context, id }: { context: Context; id: CompanyId }): Promise<LeadDetail['company']> {
  const { name, industry, employees, region, domain } = company;
  const columns = { id: company.id, name, industry, employees, region, domain };
  const [row] = await context.database.select(columns).from(company).where(eq(company.id, id));
  return row ?? null;
}

async function readCompanyOwn({ context, id }: { context: Context; id: CompanyId }): Promise<readonly OwnField[]> {
  const [row] = await context.database
    .select({ attributes: company.attributes })
    .from(company)
    .where(eq(company.id, id));
  return row === undefined ? [] : readOwnFields({ context, of: 'company', attributes: row.attributes });
}

async function readOwnFields({
  context,
  of,
  attributes,
}: {
  context: Context;
  of: 'lead' | 'company';
  attributes: LeadRow['attributes'];
}): Promise<readonly OwnField[]> {
  const definitions = await context.database
    .select()
    .from(attributeDefinition)
    .where(eq(attributeDefinition.of, of))
    .orderBy(asc(attributeDefinition.createdAt), asc(attributeDefinition.name));
  return definitions.map(({ name, title, kind, options }) => ({
    name,
    title,
    kind,
    options,
    value: attributes[name] ?? null,
  }));
}

/** The newest word on each topic. */
async function readConsents({ context, lead: id }: { context: Context; lead: LeadId }): Promise<ConsentLine[]> {
  const rows = await context.database
    .selectDistinctOn([consent.topic])
    .from(consent)
    .where(eq(consent.leadId, id))
    .orderBy(consent.topic, desc(consent.id));
  return rows.map(({ topic, given, wording, source, at }) => ({
    topic,
    given,
    wording,
    source,
    at: formatInstant(at),
  }));
}

async function readMates({
  context,
  row,
  company: companyId,
}: {
  context: Context;
  row: LeadRow;
  company: CompanyId;
}): Promise<Mate[]> {
  const mates = await context.database
    .select({ id: lead.id, name: lead.name, department: lead.department, title: lead.title, score: leadScore.score })
    .from(lead)
    .leftJoin(leadScore, eq(leadScore.leadId, lead.id))
    .where(
      and(
        eq(lead.companyId, companyId),
        ne(lead.id, row.id),
        isNull(lead.mergedInto),
        isNull(lead.deletedAt),
        isNull(lead.erasedAt),
      ),
    )
    .orderBy(sql`${leadScore.score} desc nulls last`, asc(lead.id))
    .limit(mostMates);
  const personal = seesPersonalData(context.actor);
  return mates.map((mate) => ({ ...mate, name: personal ? mate.name : '', score: mate.score ?? 0 }));
}
