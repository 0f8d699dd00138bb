import { parseInstant } from '@sodate/journey/time/instant';
import { useNotSentWords } from '../enrollments/use-not-sent-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { type Translate, useTexts } from '../language/use-texts.ts';
import { mayBeMailed } from '../leads/may-be-mailed.ts';
import type { texts as leadTexts } from '../leads/texts.ja.ts';
import { ReadMail } from '../mails/read-mail.tsx';
import classes from './brief.module.css';
import type { Brief } from './inbox-types.ts';
import { Section } from './section.tsx';
import type { texts } from './texts.ja.ts';

/** What the lead was sent and what came of it, and what it was not sent and why: a rep must not speak of a mail that never left. */
export function BriefMails({ brief: { mails, withheld, hadMails, lead } }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const notSentWords = useNotSentWords();
  const ofLead = useTexts<typeof leadTexts>('leads');
  const none = mails.length === 0 && withheld.length === 0;
  const unkept = hadMails && mails.every(({ sentMail }) => sentMail === null);
  const lines = [
    ...mails.map((mail) => ({ kind: 'sent' as const, at: mail.sentAt, mail })),
    ...withheld.map((mail) => ({ kind: 'withheld' as const, at: mail.at, mail })),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <Section title={t('mails')}>
      {unkept && <p className="muted">{t('noMailsKept')}</p>}
      {none && !hadMails && <p className="muted">{t('noMails')}</p>}
      {!mayBeMailed(lead) && <p className="muted">{ofLead('noMarketingMail')}</p>}
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line.mail.id}>
            {line.kind === 'sent' ? (
              <>
                <span>{line.mail.subject}</span>
                {line.mail.sentMail !== null && <ReadMail sentMail={line.mail.sentMail} subject={line.mail.subject} />}
              </>
            ) : (
              <span className="muted">
                {t('withheld', { mail: line.mail.name, why: notSentWords(line.mail.reason) ?? '' })}
              </span>
            )}
            <span className={classes.end}>
              {line.kind === 'sent' && reaction({ mail: line.mail, t })} {formats.dateTime(parseInstant(line.at))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function reaction({ mail, t }: { mail: Brief['mails'][number]; t: Translate<typeof texts> }): string {
  if (!mail.opened) return t('unopened');
  return mail.clicks === 0 ? t('opened') : `${t('opened')} · ${t('clicks', { count: mail.clicks })}`;
}
