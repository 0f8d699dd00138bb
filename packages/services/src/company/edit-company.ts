import { rightNow } from '@sodate/database/columns';
import { company } from '@sodate/database/schema/lead';
import type { CompanyId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { invalid, notFound } from '../errors.ts';
import { companyNameKey } from '../lead/company-name-key.ts';
import { normaliseName } from '../lead/normalise-name.ts';
import { normalisePhone } from '../lead/normalise-phone.ts';
import { inTransaction } from '../transaction.ts';
import { announceCompanyChange } from './announce-company-change.ts';

const text = z.string().max(300).nullable().optional();

export const editCompanyInput = z.object({
  company: z.uuid().transform((id) => id as CompanyId),
  fields: z.object({
    name: z.string().max(200).optional(),
    industry: text,
    region: text,
    domain: text,
    phone: text,
    address: text,
    employees: z.number().int().min(0).max(100_000_000).nullable().optional(),
  }),
});

type CompanyFields = z.output<typeof editCompanyInput>['fields'];

/**
 * Changes what is known of a company. Every lead of it gets one event, written by a batch, so that journeys notice.
 * @throws RequestError where there is no such company, its name would be empty, or a value does not fit
 */
export async function editCompany({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof editCompanyInput>;
}): Promise<void> {
  const values = normaliseFields(input.fields);
  await inTransaction({ context }, async (inner) => {
    const [before] = await inner.database.select().from(company).where(eq(company.id, input.company)).for('update');
    if (before === undefined) throw notFound({ ja: 'この会社は見つかりません。', en: 'There is no such company.' });
    const names = Object.keys(values).filter((name) => values[name] !== before[name as keyof typeof before]);
    if (names.length === 0) return;
    await inner.database
      .update(company)
      .set({ ...values, updatedAt: rightNow })
      .where(eq(company.id, input.company));
    const line = { action: 'company-edited', subject: 'company', subjectId: input.company } as const;
    await writeAudit({ context: inner, line: { ...line, detail: { changed: names } } });
    const attributes = names.filter((name) => name !== 'nameKey');
    await announceCompanyChange({ context: inner, company: input.company, attributes });
  });
}

function normaliseFields(fields: CompanyFields): Record<string, string | number | null> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const values = Object.fromEntries(
    given.map(([field, value]) => [field, normaliseField({ name: field, value: value ?? null })]),
  );
  if (fields.name === undefined) return values;
  const name = String(values.name ?? '');
  if (name === '') throw invalid({ ja: '会社名を入れてください。', en: 'Give the company a name.' }, 'name');
  return { ...values, nameKey: companyNameKey(name) };
}

function normaliseField({ name, value }: { name: string; value: string | number | null }): string | number | null {
  if (typeof value !== 'string') return value;
  const bare = normaliseName(value);
  if (bare === '') return null;
  if (name === 'domain') return bare.toLowerCase().replace(/^@|^www\./, '');
  if (name !== 'phone') return bare;
  const phone = normalisePhone(bare);
  if (phone !== undefined) return phone;
  throw invalid(
    {
      ja: '電話番号の形になっていません。6〜15桁の数字で入れてください。',
      en: 'This is not a phone number. Use 6 to 15 digits.',
    },
    'phone',
  );
}
