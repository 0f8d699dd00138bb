import { parseInstant } from '@sodate/journey/time/instant';
import { useReasonWords } from '../answer-reasons/use-reason-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { SlaJoints } from '../parts/sla-joints.tsx';
import { AnsweredWhen } from './answered-when.tsx';
import { becameAt } from './became-at.ts';
import classes from './deadline.module.css';
import type { Brief } from './inbox-types.ts';
import { isSettled } from './is-settled.ts';
import type { texts } from './texts.ja.ts';
import { useStandingWords } from './use-standing-words.ts';

/** How much time is left to answer; once it is answered, what became of it and when. */
export function Deadline({ brief }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const { state, dueAt, totalMs, leftMs, closeReason, lateMs } = brief;
  const reasonWords = useReasonWords();
  const [standing, meeting] = useStandingWords()(brief);
  if (state === 'open') {
    return (
      <div className={classes.deadline}>
        <span>{t('deadline')}</span>
        <SlaJoints apart totalMs={totalMs} leftMs={leftMs} />
        <small className={classes.until}>{t('due', { at: formats.dateTime(parseInstant(dueAt)) })}</small>
      </div>
    );
  }
  const at = becameAt(brief);
  return (
    <div className={classes.deadline}>
      <b>{standing}</b>
      {closeReason !== null && <span>{reasonWords(closeReason)}</span>}
      {state !== 'accepted' && meeting !== undefined && <span>{meeting}</span>}
      {at !== null && (
        <small className={classes.until}>{t(sinceKey(brief), { at: formats.dateTime(parseInstant(at)) })}</small>
      )}
      <AnsweredWhen lateMs={lateMs} />
    </div>
  );
}

function sinceKey({ state, metAt }: Brief) {
  if (isSettled(state)) return 'closedOn';
  return state === 'accepted' && metAt === null ? 'since.accepted' : 'since.other';
}
