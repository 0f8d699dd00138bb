import { rightNow } from '@sodate/database/columns';
import { company, lead } from '@sodate/database/schema/lead';
import type { EnrollmentId, LeadId } from '@sodate/journey/id';
import type { Json } from '@sodate/journey/json';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { findBuiltInAttribute } from '../attribute/built-in-attributes.ts';
import { announceCompanyChange } from '../company/announce-company-change.ts';
import type { Context } from '../context.ts';
import { appendEvents } from '../event/append-events.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { inTransaction } from '../transaction.ts';
import type { Cause } from './cause.ts';

/**
 * Sets one attribute of a lead or of its company and records the change with its cause; null clears it. A company's
 * change is an event of this lead; the company's other leads learn of it by batch. Nothing is written where the
 * value stays the same, or where the lead has no company.
 */
export async function changeAttribute({
  context,
  lead: id,
  of,
  attribute,
  value,
  cause = {},
  except,
}: {
  context: Context;
  lead: LeadId;
  of: 'lead' | 'company';
  attribute: string;
  value: Json;
  cause?: Cause;
  except?: EnrollmentId;
}): Promise<boolean> {
  return inTransaction({ context }, async (inner) => {
    const [locked] = await lockLeads({ context: inner, leads: [id] });
    if (!locked) return false;
    const changed =
      of === 'lead'
        ? await setOnLead({ context: inner, id: locked.id, attribute, value })
        : await setOnCompany({ context: inner, id: locked.id, attribute, value });
    if (!changed) return false;
    await appendEvents({
      context: inner,
      ...(except === undefined ? {} : { except }),
      events: [{ lead: locked.id, name: 'attribute-changed', properties: { of, attribute }, ...cause }],
    });
    return true;
  });
}

async function setOnLead({
  context,
  id,
  attribute,
  value,
}: {
  context: Context;
  id: LeadId;
  attribute: string;
  value: Json;
}): Promise<boolean> {
  const target = placeOf({ of: 'lead', attribute, value, attributes: lead.attributes });
  const rows = await context.database.execute(sql`
    update ${lead} set ${target.assign}, ${sql.identifier('updated_at')} = ${rightNow}
    where ${lead.id} = ${id} and ${target.differs} returning 1`);
  return rows.length > 0;
}

async function setOnCompany({
  context,
  id,
  attribute,
  value,
}: {
  context: Context;
  id: LeadId;
  attribute: string;
  value: Json;
}): Promise<boolean> {
  const [of] = await context.database.select({ company: lead.companyId }).from(lead).where(eq(lead.id, id));
  if (of?.company == null) return false;
  const target = placeOf({ of: 'company', attribute, value, attributes: company.attributes });
  const rows = await context.database.execute(sql`
    update ${company} set ${target.assign}, ${sql.identifier('updated_at')} = ${rightNow}
    where ${company.id} = ${of.company} and ${target.differs} returning 1`);
  if (rows.length === 0) return false;
  await announceCompanyChange({ context, company: of.company, attributes: [attribute], except: id });
  return true;
}

/** Where an attribute is kept: a column of its own, or a key of `attributes`. */
function placeOf({
  of,
  attribute,
  value,
  attributes,
}: {
  of: 'lead' | 'company';
  attribute: string;
  value: Json;
  attributes: PgColumn;
}): { assign: SQL; differs: SQL } {
  const builtIn = findBuiltInAttribute({ of, name: attribute });
  if (builtIn) {
    const column = sql.identifier(builtIn.column);
    const typed =
      builtIn.kind === 'number'
        ? sql`${value === null ? null : Number(value)}::int`
        : sql`${value === null ? null : String(value)}::text`;
    return { assign: sql`${column} = ${typed}`, differs: sql`${column} is distinct from ${typed}` };
  }
  const place = sql.identifier('attributes');
  const json = sql`${JSON.stringify(value)}::jsonb`;
  return {
    assign:
      value === null
        ? sql`${place} = ${place} - ${attribute}::text`
        : sql`${place} = ${place} || jsonb_build_object(${attribute}::text, ${json})`,
    differs: sql`(${attributes} -> ${attribute}::text) is distinct from ${value === null ? sql`null::jsonb` : json}`,
  };
}
