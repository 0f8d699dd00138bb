import type { Text } from '@sodate/journey/text';
import { formatSpan } from '@sodate/journey/time/format-span';
import type { Instant } from '@sodate/journey/time/instant';
import type { HandoffNotice } from './handoff-notices.ts';
import type { NoticeAbout } from './notice-about.ts';

/** One part of a mail, in the order of reading. */
export type NoticePart =
  | { readonly kind: 'lines'; readonly title?: string; readonly lines: readonly string[] }
  | { readonly kind: 'phone'; readonly title: string; readonly number: string }
  | { readonly kind: 'link'; readonly title: string; readonly url: string };

export interface NoticeWords {
  readonly subject: string;
  readonly parts: readonly NoticePart[];
}

const mostReasons = 3;
const minuteMs = 60_000;

/**
 * The mail of a notice: what is asked of its reader, and what they must know to do it without opening anything first.
 * Whoever is told of another's deadline reads whose it is and what they can do, and is not asked to answer.
 */
export function wordNotice(about: NoticeAbout): NoticeWords {
  const { language, notice, followUp, url } = about;
  const escalated = notice === 'escalated';
  const asks = !escalated && notice !== 'noted';
  const parts: readonly NoticePart[] = [
    { kind: 'lines', lines: (escalated ? escalation(about) : request(about)).map((text) => text[language]) },
    { kind: 'lines', lines: noteLines(about) },
    { kind: 'lines', lines: whoLines(about) },
    ...(escalated ? [] : phoneOf(about)),
    { kind: 'lines', title: titles.why[language], lines: notice === 'noted' ? [] : whyLines(about) },
    { kind: 'lines', title: titles.followUp[language], lines: !asks || followUp === '' ? [] : [followUp] },
    ...(url === null ? [] : [{ kind: 'link' as const, title: linkOf(about)[language], url }]),
  ];
  return {
    subject: subjectOf(about).replace(/\s+/g, ' '),
    parts: parts.filter((part) => part.kind !== 'lines' || part.lines.length > 0),
  };
}

const titles = {
  why: { ja: 'いま連絡する理由', en: 'Why now' },
  followUp: { ja: 'してほしいこと', en: 'What to do' },
  phone: { ja: '電話', en: 'Phone' },
} as const satisfies Record<string, Text>;

function subjectOf(about: NoticeAbout): string {
  const { notice, language, owner } = about;
  const who = language === 'ja' ? `${leadOf(about)}${about.lead === null ? '' : 'さん'}` : leadOf(about);
  const due = formatMoment({ at: about.dueAt, about });
  const subjects: Readonly<Record<HandoffNotice, Text>> = {
    assigned: about.passedOn ? passedOnSubject({ who }) : assignedSubject({ who, due, about }),
    'due-soon': { ja: `まもなく期限です：${who}（${due}まで）`, en: `Due soon: ${who} (answer by ${due})` },
    overdue: { ja: `期限を過ぎました：${who}（${due}）`, en: `Overdue: ${who} (was due ${due})` },
    escalated:
      owner === null
        ? {
            ja: `担当がいないまま期限を過ぎました：${who}（${due}）`,
            en: `Overdue, and nobody has it: ${who} (was due ${due})`,
          }
        : {
            ja: `${owner}さんがまだ対応していません：${who}（期限 ${due}）`,
            en: `${owner} has not answered: ${who} (was due ${due})`,
          },
    unassigned: { ja: `担当が決まっていません：${who}（${due}まで）`, en: `Nobody to answer: ${who} (by ${due})` },
    'contact-due': contactSubject({ who, about }),
    noted: { ja: `メモが届きました：${who}の引き渡し`, en: `A note for you: the hand-off of ${who}` },
    'given-back': {
      ja: `担当から返されました：${who}（${due}まで）`,
      en: `Given back to the managers: ${who} (by ${due})`,
    },
  };
  return subjects[notice][language];
}

function contactSubject({ who, about }: { who: string; about: NoticeAbout }): Text {
  const at = contactMoment(about);
  if (about.nextContact?.timed) return { ja: `連絡の時間です：${who}（${at}）`, en: `Time to contact ${who} (${at})` };
  return { ja: `今日連絡する：${who}（${at}）`, en: `To contact today: ${who} (${at})` };
}

/** The day; with the time, where one was chosen. */
function contactMoment(about: NoticeAbout): string {
  const { nextContact } = about;
  return nextContact === null ? '' : formatMoment({ at: nextContact.at, about, dayOnly: !nextContact.timed });
}

function passedOnSubject({ who }: { who: string }): Text {
  return { ja: `担当の変更：${who}（対応中）`, en: `Reassigned to you: ${who} (in progress)` };
}

function assignedSubject({ who, due, about }: { who: string; due: string; about: NoticeAbout }): Text {
  if (about.lateMs > 0)
    return { ja: `引き渡し：${who}（期限 ${due} を過ぎています）`, en: `Handed to you: ${who} (was due ${due})` };
  return { ja: `引き渡し：${who}（${due}まで）`, en: `Handed to you: ${who} (answer by ${due})` };
}

/** What is asked of whoever has it, or chooses who does. */
function request(about: NoticeAbout): readonly Text[] {
  const due = formatMoment({ at: about.dueAt, about });
  const span = late(about);
  const dueOnly: Text = { ja: `対応期限は${due}です。`, en: `An answer is due by ${due}.` };
  const pastDue: Text = {
    ja: `対応期限（${due}）を過ぎました。${span}いまからでも受け付けられます。`,
    en: `An answer was due ${due}.${span} You can still accept it.`,
  };
  switch (about.notice) {
    case 'unassigned':
      return [everybodyAway, dueOnly];
    case 'given-back':
      return [givenBack, dueOnly];
    case 'noted':
      return [noted];
    case 'contact-due':
      return [
        {
          ja: `${contactMoment(about)}に連絡すると決めた、対応中の引き渡しです。`,
          en: `This hand-off is in progress, and its next contact was set for ${contactMoment(about)}.`,
        },
      ];
    default:
      if (about.passedOn) return [carryOn];
      return about.lateMs > 0 ? [pastDue] : [{ ...dueOnly, en: `Please answer by ${due}.` }];
  }
}

const carryOn: Text = {
  ja: '受け付け済みで、対応中の引き渡しです。これまでのやり取りを読んで、続きをお願いします。',
  en: 'It was accepted before and is in progress. Please read what was done so far, and carry on.',
};

const everybodyAway: Text = {
  ja: 'チームの全員が不在のため、担当を決められませんでした。担当を選んでください。',
  en: 'Everybody of the team is away, so that nobody has it. Please choose an owner.',
};

const givenBack: Text = {
  ja: '担当者が、マネージャーへ返しました。次の担当を選んでください。',
  en: 'Its owner gave it back to the managers. Please choose who takes it.',
};

const noted: Text = {
  ja: '引き渡しに、あなたへのメモが書かれました。',
  en: 'Somebody wrote a note for you about this hand-off.',
};

function escalation(about: NoticeAbout): readonly Text[] {
  const { owner, mayReassign } = about;
  const due = formatMoment({ at: about.dueAt, about });
  const span = late(about);
  if (owner === null) {
    return [
      {
        ja: `担当がいないまま、対応期限（${due}）を過ぎました。${span}`,
        en: `Nobody has this hand-off, and an answer was due ${due}.${span}`,
      },
      mayReassign ? chooseOwner : askManager,
    ];
  }
  return [
    {
      ja: `${owner}さんが、対応期限（${due}）を過ぎてもまだ対応していません。${span}`,
      en: `${owner} has not answered this hand-off. An answer was due ${due}.${span}`,
    },
    mayReassign
      ? { ja: `${owner}さんに声をかけるか、担当を変えてください。`, en: `Have a word with ${owner}, or reassign it.` }
      : {
          ja: `${owner}さんに声をかけるか、担当を変えるよう営業マネージャーに頼んでください。`,
          en: `Have a word with ${owner}, or ask a sales manager to reassign it.`,
        },
  ];
}

const chooseOwner: Text = { ja: '担当を選んでください。', en: 'Please choose an owner.' };

const askManager: Text = {
  ja: '担当を選ぶよう、営業マネージャーに頼んでください。',
  en: 'Please ask a sales manager to choose an owner.',
};

/** Nothing where no minute has passed: most are told the moment it was due. */
function late({ language, lateMs }: NoticeAbout): string {
  if (lateMs < minuteMs) return '';
  const span = formatSpan({ spanMs: lateMs, language });
  return language === 'ja' ? `営業時間で${span}遅れています。` : ` It is ${span} late in business hours.`;
}

function noteLines({ language, note }: NoticeAbout): readonly string[] {
  if (note === undefined) return [];
  const { by, text } = note;
  if (by === null) return [text];
  return [language === 'ja' ? `${by}さんより：${text}` : `${by} says: ${text}`];
}

function whoLines({ language, lead, company }: NoticeAbout): readonly string[] {
  const name = lead === null || lead.name === '' ? [] : [language === 'ja' ? `${lead.name}さん` : lead.name];
  const place = [company, lead?.department, lead?.title].filter(Boolean).join(' ');
  return [...name, ...(place === '' ? [] : [place])];
}

function phoneOf({ language, lead }: NoticeAbout): readonly NoticePart[] {
  const number = lead?.phone ?? '';
  return number === '' ? [] : [{ kind: 'phone', title: titles.phone[language], number }];
}

function whyLines(about: NoticeAbout): readonly string[] {
  const { language, score, reasons, lastRead } = about;
  const ja = language === 'ja';
  const shown = reasons.slice(0, mostReasons).map(({ title, times }) => {
    if (times < 2) return title[language];
    return ja ? `${title.ja}（${times}回）` : `${title.en} (${times} times)`;
  });
  const scored = ja ? `スコア ${score}点` : `Score ${score}`;
  const why = shown.length === 0 ? [] : [`${scored}${ja ? '：' : ': '}${shown.join(ja ? '、' : ', ')}`];
  const read =
    lastRead === null
      ? []
      : [
          ja
            ? `最後に読んだページ：「${lastRead.title}」（${formatMoment({ at: lastRead.at, about })}）`
            : `Read last: “${lastRead.title}” (${formatMoment({ at: lastRead.at, about })})`,
        ];
  return [...(why.length === 0 && score > 0 ? [scored] : why), ...read];
}

function linkOf({ notice, mayReassign, owner }: NoticeAbout): Text {
  if (mayReassign && notice === 'escalated' && owner !== null) return { ja: '担当を変える', en: 'Reassign it' };
  if (mayReassign && ['escalated', 'unassigned', 'given-back'].includes(notice))
    return { ja: '担当を選ぶ', en: 'Choose an owner' };
  return { ja: '引き渡しを開く', en: 'Open the hand-off' };
}

const nameless: Text = { ja: 'リード', en: 'a lead' };

function leadOf({ language, lead, company }: NoticeAbout): string {
  const known = [company, lead?.name].filter(Boolean).join(' ');
  return known === '' ? nameless[language] : known;
}

function formatMoment({
  at,
  about: { language, zone },
  dayOnly = false,
}: {
  at: Instant;
  about: NoticeAbout;
  dayOnly?: boolean;
}): string {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    ...(dayOnly ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  }).format(at);
}
