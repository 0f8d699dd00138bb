import { thing } from '@sodate/database/schema/event';
import type { Surroundings } from '@sodate/journey/graph/node-contract';
import { sameText } from '@sodate/journey/text';
import { asc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { demoForms } from './demo-forms.ts';

/** Forms that were sent at least once, then those of the demo site, where there is one, that nobody has sent yet. */
export async function readKnownForms({
  context: { database, demo = false },
  most,
}: {
  context: Context;
  most: number;
}): Promise<Surroundings['forms']> {
  const rows = await database
    .select({ id: thing.key, title: thing.title })
    .from(thing)
    .where(eq(thing.kind, 'form'))
    .orderBy(asc(thing.key))
    .limit(most);
  const ofDemo = demo ? demoForms : [];
  const seen = rows.map(({ id, title }) => {
    const demoForm = ofDemo.find((form) => form.id === id);
    // The title that came with a form is its page's: the name it was chosen by stays.
    const known = demoForm?.title ?? sameText(title ?? id);
    return { id, title: known, ...(demoForm === undefined ? {} : { onDemoSite: true }) };
  });
  const unseen = ofDemo.filter(({ id }) => !rows.some((row) => row.id === id));
  return [...seen, ...unseen.map((form) => ({ ...form, onDemoSite: true }))];
}
