import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { demoForms } from './demo-forms.ts';

/**
 * What a page, form, link or custom event is called, over a row `of` of `thing`; null where no title came. A form of the
 * demo site has the name it was chosen by, in the organisation's language: the title that came with it is its page's.
 */
export function titleOfThingSql({ context: { demo = false }, of }: { context: Context; of: SQL }): SQL<string | null> {
  if (!demo) return sql`${of}.title`;
  const titles = JSON.stringify(Object.fromEntries(demoForms.map(({ id, title }) => [id, title])));
  return sql`coalesce(case when ${of}.kind = 'form'
    then ${titles}::text::jsonb -> ${of}.key ->> (select language from organisation) end, ${of}.title)`;
}
