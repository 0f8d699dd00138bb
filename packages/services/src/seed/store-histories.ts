import type { MailId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import { formatInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { internThings, thingName } from '../event/intern-things.ts';
import type { NewThing } from '../event/new-event.ts';
import { formWords } from './form-words.ts';
import type { SeedEvent } from './make-history.ts';
import type { StoredSketch } from './store-batch.ts';

/** Writes the histories into the log as if each event had been stored when it occurred. */
export async function storeHistories({
  context,
  stored,
  mails,
  language,
}: {
  context: Context;
  stored: readonly StoredSketch[];
  mails: readonly MailId[];
  /** The site's that was looked at. */
  language: Language;
}): Promise<void> {
  const host = new URL(context.publicUrl).host;
  const all = stored.flatMap((one) => one.history.events.map((event) => ({ one, event })));
  const things = await internThings({
    context,
    things: all.flatMap(({ event }) => thingOf({ event, host, language }) ?? []),
  });
  const rows = all.map(({ one, event }) => {
    const thing = thingOf({ event, host, language });
    return {
      at: formatInstant(event.at),
      visitor: event.by === 'browser' ? one.browser : one.own,
      name: event.name,
      thing: thing === undefined ? null : (things.get(thingName(thing)) ?? null),
      source: event.name === 'page-viewed' ? one.origin.source : null,
      mail: event.mail === undefined ? null : (mails[event.mail] ?? null),
      outcome: event.outcome ?? null,
      properties:
        event.form === undefined ? (event.properties ?? {}) : formWords({ form: event.form, at: event.at, language }),
    };
  });
  // Ids in the order of time, so that one lead's ids follow its stored order.
  await context.database.execute(sql`
    insert into event (id, stored_at, occurred_at, visitor_id, name, thing_id, source, mail_id, outcome, properties)
    select nextval('event_id'), r.at, r.at, r.visitor, r.name, r.thing, r.source, r.mail, r.outcome, r.properties
    from (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(at timestamptz(3), visitor uuid, name text,
        thing bigint, source text, mail uuid, outcome text, properties jsonb)
      order by x.at
    ) r`);
  await touchLeads({ context, stored });
}

/** As storing each event would have: the newest event's id, and when the person was last seen. */
async function touchLeads({ context, stored }: { context: Context; stored: readonly StoredSketch[] }): Promise<void> {
  const ids = JSON.stringify(stored.map((one) => one.lead));
  await context.database.execute(sql`
    update lead l set last_event_id = n.last, last_seen_at = n.seen
    from (
      select v.lead_id, max(e.id) as last, max(e.occurred_at) filter (where e.name in
        ('page-viewed', 'form-submitted', 'mail-opened', 'mail-clicked', 'custom')) as seen
      from visitor v join event e on e.visitor_id = v.id
      where v.lead_id in (select x::uuid from jsonb_array_elements_text(${ids}::text::jsonb) x) group by v.lead_id
    ) n
    where l.id = n.lead_id`);
}

function thingOf({
  event,
  host,
  language,
}: {
  event: SeedEvent;
  host: string;
  language: Language;
}): NewThing | undefined {
  if (event.form !== undefined) return { kind: 'form', key: event.form };
  if (event.page === undefined) return undefined;
  const [path, title] = [event.page.path[language], event.page.title[language]];
  const kind = event.name === 'mail-clicked' ? 'link' : 'page';
  return { kind, key: `${host}${path}`, path, ...(kind === 'page' ? { title } : {}) };
}
