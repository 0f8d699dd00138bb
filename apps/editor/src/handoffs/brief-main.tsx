import { parseInstant } from '@sodate/journey/time/instant';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FormAnswers } from '../leads/form-answers.tsx';
import { TimelineDays } from '../leads/timeline-days.tsx';
import classes from './brief.module.css';
import { BriefMails } from './brief-mails.tsx';
import { ConversationLog } from './conversation-log.tsx';
import type { Brief } from './inbox-types.ts';
import { Section } from './section.tsx';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';
import { WhyNow } from './why-now.tsx';

/** Why now, what to say, what has been so far. */
export function BriefMain({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  const formats = useFormats();
  const all = (
    <Link
      className="link"
      to="/leads/$lead"
      params={{ lead: brief.lead.id }}
      search={{ handoff: brief.id }}
      hash="history"
    >
      {t('all', { count: brief.events })}
    </Link>
  );
  return (
    <div className={classes.main}>
      <Section title={t('why')}>
        <WhyNow brief={brief} />
      </Section>
      {brief.lastForm !== null && (
        <Section
          title={
            <>
              {t('written')} <small>{formats.dateTime(parseInstant(brief.lastForm.at))}</small>
            </>
          }
        >
          <FormAnswers event={brief.lastForm} />
        </Section>
      )}
      {brief.followUp !== '' && (
        <Section title={t('followUp')}>
          <p className={classes.follow}>{brief.followUp}</p>
        </Section>
      )}
      {brief.questions.length > 0 && (
        <Section title={t('questions')}>
          <ol className={classes.talk}>
            {brief.questions.map((question) => (
              <li key={question}>
                <b>{question}</b>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {brief.talk.length > 0 && (
        <Section title={t('talk')}>
          <ol className={classes.talk}>
            {brief.talk.map(({ title, reason }) => (
              <li key={title.en + reason.en}>
                <b>{text(title)}</b>
                <span>{text(reason)}</span>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title={t('recent')} action={all}>
        {brief.recent.length === 0 ? <p className="muted">{t('noRecent')}</p> : <TimelineDays events={brief.recent} />}
      </Section>
      <BriefMails brief={brief} />
      <ConversationLog brief={brief} answers={answers} />
    </div>
  );
}
