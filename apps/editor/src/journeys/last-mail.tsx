import { useNotSentWords } from '../enrollments/use-not-sent-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './journey-leads.module.css';
import type { Person } from './journey-leads.tsx';
import type { texts } from './texts.ja.ts';

/** What became of a lead's latest mail in the journey: whether it went out, and why it did not. */
export function LastMail({
  mail: { state, reason, at },
  title,
}: {
  mail: NonNullable<Person['lastMail']>;
  title: string;
}) {
  const t = useTexts<typeof texts>('journeys');
  const { dateTime } = useFormats();
  const why = useNotSentWords()(reason);
  const words = () => {
    if (state === 'sent' && at !== null) return t('lastMail-sentAt', { title, time: dateTime(at) });
    if (state === 'not-sent' && why !== undefined) return t('lastMail-withheld', { title, why });
    return t(`lastMail-${state}`, { title });
  };
  return (
    <small className={classes.lastMail} data-mail={state}>
      {words()}
    </small>
  );
}
