import { foldForLeadSearch, leadSearchText } from '@sodate/database/lead-search';
import { company } from '@sodate/database/schema/lead';
import type { CompanyId } from '@sodate/journey/id';
import { ilike, type SQL, sql } from 'drizzle-orm';
import { escapeLike } from '../condition/escape-like.ts';
import type { Context } from '../context.ts';
import { normalisePhone } from './normalise-phone.ts';
import { seesPersonalData } from './sees-personal-data.ts';

/** Companies whose leads are named one by one; a word that more have is asked of each lead's company. */
const mostCompanies = 300;

/** So many letters at least make a trigram, by which the index finds them anywhere. */
const trigram = 3;

const mostWords = 8;

const text = leadSearchText({
  name: sql`l.name`,
  nameKana: sql`l.name_kana`,
  email: sql`l.email`,
  phone: sql`l.phone`,
});

/**
 * The search as SQL over rows `l` of `lead`: every word stands in the name, its reading, the mail address, the phone
 * or the company's name; or they are a name or a phone number typed with blanks that is stored without. Words of one or
 * two letters are sought where a part of these begins, since `lead_search` finds no less.
 */
export async function leadSearchSql({ context, search }: { context: Context; search: string }): Promise<SQL> {
  const words = search.normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, mostWords);
  const personal = seesPersonalData(context.actor);
  const each = await Promise.all(
    words.map(async (word) => {
      const byCompany = await companySql({ context, word });
      if (!personal) return byCompany ?? sql`false`;
      const parts = [word, ...phonesIn(word)].map(standsIn);
      return either(byCompany === undefined ? parts : [...parts, byCompany]);
    }),
  );
  const all = sql`(${sql.join(each, sql` and `)})`;
  const closed = words.length > 1 ? [words.join(''), ...phonesIn(search)] : [];
  return personal ? either([all, ...closed.map(standsIn)]) : all;
}

function standsIn(word: string): SQL {
  const begins = [...word].length < trigram ? ' ' : '';
  return sql`${text} ilike ${`%${begins}${escapeLike(foldForLeadSearch(word))}%`}`;
}

/** The digits as they are stored, where this looks like a phone number or a part of one. */
function phonesIn(typed: string): string[] {
  const plain = typed.normalize('NFKC');
  if (!/^[+\d][\d\s().‐‑–ー-]*$/.test(plain)) return [];
  const digits = normalisePhone(plain) ?? plain.replaceAll(/\D/g, '');
  return digits === '' || digits === plain ? [] : [digits];
}

/** Company ids are fetched first: with plain values the planner can join the two indexes. */
async function companySql({ context, word }: { context: Context; word: string }): Promise<SQL | undefined> {
  const like = `%${escapeLike(word)}%`;
  const found = await context.database
    .select({ id: company.id })
    .from(company)
    .where(ilike(company.name, like))
    .limit(mostCompanies);
  if (found.length === 0) return undefined;
  if (found.length === mostCompanies) {
    return sql`exists (select from company c where c.id = l.company_id and c.name ilike ${like})`;
  }
  const ids = found.map(({ id }: { id: CompanyId }) => sql`${id}::uuid`);
  return sql`l.company_id in (${sql.join(ids, sql`, `)})`;
}

function either(parts: readonly SQL[]): SQL {
  return sql`(${sql.join([...parts], sql` or `)})`;
}
