import type { EffectRow } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { company, lead } from '@sodate/database/schema/lead';
import { calendar, organisation } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { asId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import { asInstant } from '@sodate/journey/time/instant';
import { messageIdOf } from '@sodate/mail/transport/message-id';
import type { OutgoingMail } from '@sodate/mail/transport/outgoing-mail';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { HandoffNotice } from './handoff-notices.ts';
import type { NoticeConfig } from './notify-person.ts';
import { type EntryNote, readEntryNotes } from './read-entry-notes.ts';

/** The mail of one notice, in its reader's language; undefined where reader or hand-off are gone. */
export async function prepareNotice({
  context,
  effect,
}: {
  context: Context;
  effect: EffectRow;
}): Promise<OutgoingMail | undefined> {
  const { user: userId, notice, entry } = effect.config as unknown as NoticeConfig;
  if (effect.handoffId === null) return undefined;
  const [reader] = await context.database
    .select()
    .from(user)
    .where(eq(user.id, asId<'user'>(userId)));
  const [about] = await context.database
    .select({
      name: lead.name,
      company: company.name,
      dueAt: handoff.dueAt,
      followUp: handoff.followUp,
      zone: calendar.zone,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .innerJoin(calendar, eq(calendar.id, handoff.calendarId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(eq(handoff.id, effect.handoffId));
  const [sender] = await context.database.select({ sender: organisation.sender }).from(organisation);
  if (!reader || reader.banned || !about || !sender) return undefined;
  const note = entry === undefined ? undefined : (await readEntryNotes({ context, entries: [entry] })).get(entry);
  const words = wordsFor({ notice, language: reader.language, ...about, company: about.company ?? '', note });
  const url = `${context.publicUrl}/handoffs/${effect.handoffId}`;
  return {
    messageId: messageIdOf({ key: effect.key }),
    from: { name: 'Sodate', address: sender.sender.email },
    to: { name: reader.name, address: reader.email },
    subject: words.subject,
    text: `${words.body}\n\n${url}\n`,
    html: `<p>${escapeHtml(words.body).replaceAll('\n', '<br>')}</p><p><a href="${url}">${url}</a></p>`,
    headers: {},
  };
}

interface About {
  readonly notice: HandoffNotice;
  readonly language: Language;
  readonly name: string;
  readonly company: string;
  readonly dueAt: number;
  readonly followUp: string;
  readonly zone: string;
  /** What whoever gave it to them says. */
  readonly note: EntryNote | undefined;
}

const nobodyHas: Partial<Record<HandoffNotice, Readonly<Record<Language, string>>>> = {
  unassigned: {
    ja: 'チームの全員が不在のため、担当を決められませんでした。担当を選んでください。\n',
    en: 'Everybody of the team is away, so that nobody has it. Please choose an owner.\n',
  },
  'given-back': {
    ja: '担当者が、自分の担当ではないとして返しました。次の担当を選んでください。\n',
    en: 'Its owner says that it is not theirs. Please choose who takes it.\n',
  },
};

function wordsFor(about: About): { subject: string; body: string } {
  const { language, followUp } = about;
  const due = formatDue(about);
  const who = [about.company, about.name].filter(Boolean).join(' ');
  const subjects: Readonly<Record<HandoffNotice, Readonly<Record<Language, string>>>> = {
    assigned: { ja: `引き渡し：${who}さん（${due}まで）`, en: `Handed to you: ${who} (answer by ${due})` },
    'due-soon': { ja: `まもなく期限です：${who}さん（${due}まで）`, en: `Due soon: ${who} (answer by ${due})` },
    unassigned: {
      ja: `担当が決まっていません：${who}さん（${due}まで）`,
      en: `Nobody to answer: ${who} (by ${due})`,
    },
    'given-back': {
      ja: `担当から返されました：${who}さん（${due}まで）`,
      en: `Given back to the managers: ${who} (by ${due})`,
    },
    overdue: { ja: `期限を過ぎました：${who}さん（${due}）`, en: `Overdue: ${who} (was due ${due})` },
  };
  const first = nobodyHas[about.notice]?.[language] ?? '';
  const deadline = language === 'ja' ? `対応期限は${due}です。` : `Please answer by ${due}.`;
  const body = [`${first}${deadline}`, wordNote(about), followUp].filter((part) => part !== '').join('\n\n');
  return { subject: subjects[about.notice][language].replace(/\s+/g, ' '), body };
}

function wordNote({ language, note }: About): string {
  if (note === undefined) return '';
  const { by, text } = note;
  if (by === null) return text;
  return language === 'ja' ? `${by}さんより：${text}` : `${by} says: ${text}`;
}

function formatDue({ language, dueAt, zone }: About): string {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(asInstant(dueAt));
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
