import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { ReadMail } from '../mails/read-mail.tsx';
import classes from './passage.module.css';
import type { PassageStep } from './passage-types.ts';
import type { texts } from './texts.ja.ts';
import { useTryWords } from './use-try-words.ts';

/** What became of the mail or the call at a node; the mail can be read as it was sent, and tries that failed are listed. */
export function StepSend({
  send: { kind, state, error, nextTry, mail, outcome, earlier },
  isTypeMissing,
}: {
  send: NonNullable<PassageStep['send']>;
  /** Where the lead is now: what waits there waits for the type. */
  isTypeMissing: boolean;
}) {
  const t = useTexts<typeof texts>('enrollments');
  const text = useText();
  const settled = outcome === null ? t(kind === 'mail' ? `effect.${state}` : `call.${state}`) : text(outcome);
  const tryWords = useTryWords();
  const words = nextTry === null ? settled : tryWords(nextTry);
  const shown = state === 'waiting' && isTypeMissing ? t('call.missing') : words;
  const failed = state === 'failed' || state === 'ambiguous';
  return (
    <>
      <p className={failed ? `${classes.send} ${classes.failed}` : classes.send}>
        {error === null
          ? shown
          : t(nextTry === null ? 'sendBecause' : 'tryBecause', { words: shown, why: text(error) })}
        {mail !== null && (
          <>
            {' '}
            <ReadMail sentMail={mail.id} subject={mail.subject} />
          </>
        )}
      </p>
      {earlier.length > 0 && <EarlierTries tries={earlier} />}
    </>
  );
}

function EarlierTries({ tries }: { tries: NonNullable<PassageStep['send']>['earlier'] }) {
  const t = useTexts<typeof texts>('enrollments');
  const text = useText();
  const { dateTime } = useFormats();
  return (
    <details className={classes.send}>
      <summary>{t('earlierTries', { count: tries.length })}</summary>
      <ol className={classes.tries}>
        {tries.map(({ attempt, at, error }) => (
          <li key={attempt}>
            <time dateTime={at}>{dateTime(parseInstant(at))}</time> {text(error)}
          </li>
        ))}
      </ol>
    </details>
  );
}
