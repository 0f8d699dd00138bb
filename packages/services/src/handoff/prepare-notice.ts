import type { EffectRow } from '@sodate/database/schema/enrollment';
import { type HandoffRow, handoff } from '@sodate/database/schema/handoff';
import { company, lead } from '@sodate/database/schema/lead';
import { organisation } from '@sodate/database/schema/organisation';
import { type Role, user } from '@sodate/database/schema/user';
import { asId, type HandoffId, type UserId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import { parseInstant } from '@sodate/journey/time/instant';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import type { OutgoingMail } from '@sodate/mail/transport/outgoing-mail';
import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { readTimeline } from '../lead/read-timeline.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { findLastSign } from './find-last-sign.ts';
import { mayReassign, maySee } from './handoff-access.ts';
import { hrefOf } from './href-of.ts';
import { measureSla } from './measure-sla.ts';
import type { NoticeAbout } from './notice-about.ts';
import type { NoticeConfig } from './notify-person.ts';
import { readEntryNotes } from './read-entry-notes.ts';
import { reasonsOf } from './reasons-of.ts';
import { renderNotice } from './render-notice.ts';
import { wordNotice } from './word-notice.ts';

/** The mail of one notice, in its reader's language; undefined where reader, hand-off or what was to be told are gone. */
export async function prepareNotice({
  context,
  effect,
}: {
  context: Context;
  effect: EffectRow;
}): Promise<OutgoingMail | undefined> {
  const config = effect.config as unknown as NoticeConfig;
  if (effect.handoffId === null) return undefined;
  const [reader] = await context.database
    .select()
    .from(user)
    .where(eq(user.id, asId<'user'>(config.user)));
  const [sender] = await context.database.select({ sender: organisation.sender }).from(organisation);
  if (!reader || reader.banned || !sender) return undefined;
  const about = await readAbout({ context, handoff: effect.handoffId, reader, config });
  if (about === undefined) return undefined;
  const { subject, parts } = wordNotice(about);
  return {
    messageId: messageIdOf({ key: effect.key }),
    from: { name: 'Sodate', address: sender.sender.email },
    to: { name: reader.name, address: reader.email },
    subject,
    ...renderNotice(parts),
    headers: {},
  };
}

interface Reader {
  readonly id: UserId;
  readonly role: Role;
  readonly language: Language;
}

async function readAbout({
  context,
  handoff: id,
  reader: { id: readerId, role, language },
  config: { notice, entry, passedOn },
}: {
  context: Context;
  handoff: HandoffId;
  reader: Reader;
  config: NoticeConfig;
}): Promise<NoticeAbout | undefined> {
  const found = await findHandoff({ context, id });
  if (found === undefined || (notice === 'contact-due' && found.row.nextContactAt === null)) return undefined;
  const { row, owner, company: companyName, ...rest } = found;
  const [calendar] = await readCalendars({ context, ids: [row.calendarId] });
  const { leftMs } = measureSla({ row, calendar, now: context.clock.now() });
  const notes = await readEntryNotes({ context, entries: entry === undefined ? [] : [entry] });
  const actor = { kind: 'user', id: readerId, role, language } as const;
  return {
    notice,
    language,
    lead: seesPersonalData(actor) ? rest.lead : null,
    company: companyName,
    owner,
    dueAt: row.dueAt,
    passedOn: passedOn === true,
    lateMs: Math.max(0, -leftMs),
    zone: calendar?.zone ?? 'UTC',
    score: row.score,
    reasons: reasonsOf(row),
    lastRead: rest.gone ? null : await readLastRead({ context, lead: row.leadId }),
    followUp: row.followUp,
    nextContact: row.nextContactAt === null ? null : { at: row.nextContactAt, timed: row.nextContactTimed },
    note: notice === 'contact-due' ? contactNoteOf(row) : entry && notes.get(entry),
    url: role !== 'viewer' && maySee({ actor, row }) ? `${context.publicUrl}${hrefOf(row)}` : null,
    mayReassign: mayReassign(actor),
  };
}

/** As it stands now, and without a name: most often it is the reader who wrote it. */
function contactNoteOf({ nextContactNote: text }: HandoffRow): NoticeAbout['note'] {
  return text === null ? undefined : { text, by: null };
}

async function findHandoff({ context, id }: { context: Context; id: HandoffId }) {
  const holder = alias(user, 'holder');
  const { name, department, title, phone } = lead;
  const [found] = await context.database
    .select({
      row: handoff,
      owner: holder.name,
      company: company.name,
      lead: { name, department, title, phone },
      gone: sql<boolean>`coalesce(${lead.deletedAt}, ${lead.erasedAt}) is not null`,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .leftJoin(holder, eq(holder.id, handoff.ownerId))
    .where(eq(handoff.id, id));
  return found;
}

const mostPages = 20;

/** The last page that was read for itself, and not because a form led there. */
async function readLastRead({
  context,
  lead: id,
}: {
  context: Context;
  lead: (typeof handoff.$inferSelect)['leadId'];
}): Promise<NoticeAbout['lastRead']> {
  const { rows } = await readTimeline({
    context,
    input: { lead: id, limit: mostPages },
    only: ['page-viewed', 'form-submitted'],
  });
  const page = findLastSign(rows.filter(({ name }) => name === 'page-viewed'));
  if (page?.thing == null) return null;
  return { title: page.thing.title ?? page.thing.key, at: parseInstant(page.at) };
}
