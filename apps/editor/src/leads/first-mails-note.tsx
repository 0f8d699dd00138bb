import type { QuietHours } from '@sodate/database/schema/organisation';
import type { JourneyId, LeadId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import type { FirstMails } from '@sodate/services/journey/read-first-mails';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** What those who are added to a journey are sent first, and when: said before the button is pressed. */
export function FirstMailsNote({ journey, lead }: { journey: string; lead?: LeadId }) {
  const say = useSay();
  const input = { journey: journey as JourneyId, ...(lead === undefined ? {} : { lead }) };
  const { data } = useQuery(trpc.journeys.firstMails.queryOptions(input, { meta: { silent: true } }));
  const lines = data ? say({ first: data, alone: lead !== undefined }) : [];
  return lines.length === 0 ? null : <p role="note">{lines.join(' ')}</p>;
}

function useSay(): (told: { first: FirstMails; alone: boolean }) => readonly string[] {
  const t = useTexts<typeof texts>('leads');
  const { dateTime } = useFormats();
  const toWhom = (mails: FirstMails['mails']) => {
    const replies = mails.filter(({ kind }) => kind === 'reply');
    if (replies.length === 0) return t('toConsenting');
    if (replies.length === mails.length) return t('toEvenRefusing');
    return t('someToEvenRefusing', { names: replies.map(({ name }) => t('firstMailName', { name })).join('') });
  };
  const text = useText();
  const wordCalls = ({ names, certain }: FirstMails['calls']) => {
    if (names.length === 0) return [];
    const quoted = names.map((name) => t('firstMailName', { name: text(name) })).join('');
    return [t(certain ? 'firstCalls' : 'firstCallsMaybe', { names: quoted })];
  };
  const wordMails = ({ first, alone }: { first: FirstMails; alone: boolean }) => {
    const { mails, certain, barred, quietHours } = first;
    const [mail, ...others] = mails;
    // That a lead who may not be mailed gets none is said beside.
    if (mail === undefined) return barred ? [] : [t('noFirstMail')];
    const sure = certain && !barred && others.length === 0;
    const { name, heldUntil } = mail;
    const to = toWhom(mails);
    if (sure && heldUntil !== null) return [t('firstMailHeld', { name, at: dateTime(parseInstant(heldUntil)) }), to];
    const names = mails.map((one) => t('firstMailName', { name: one.name })).join('');
    const what = sure ? t('firstMail', { name }) : t('firstMailsMaybe', { names });
    if (quietHours === null) return [what, to];
    if (mails.every(({ kind }) => kind === 'reply')) return [what, to, t('repliesAtNight', clockTimes(quietHours))];
    return alone && sure ? [what, to] : [what, to, t('marketingAtNight', clockTimes(quietHours))];
  };
  return (told) => [...wordMails(told), ...wordCalls(told.first.calls)];
}

/** "08:00" as the product writes it: 8:00. */
function clockTimes({ from, to }: QuietHours): { from: string; to: string } {
  const short = (time: string) => time.replace(/^0(?=\d)/, '');
  return { from: short(from), to: short(to) };
}
