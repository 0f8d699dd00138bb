import { useTexts } from '../language/use-texts.ts';
import { answersOfForm, type FormAnswer } from './answers-of-form.ts';
import classes from './form-answers.module.css';
import type { TimelineEvent } from './lead-types.ts';
import type { texts } from './texts.ja.ts';
import { useAttributeTitles } from './use-attribute-titles.ts';

const asksForWords = /^(message|inquiry|comments?|notes?)$/i;

/** What was written into a form, field by field. */
export function FormAnswers({ event }: { event: TimelineEvent }) {
  const t = useTexts<typeof texts>('leads');
  const attributeTitle = useAttributeTitles();
  const titleOf = ({ field, label }: FormAnswer) =>
    label ?? (asksForWords.test(field) ? t('answer.message') : attributeTitle(field));
  return (
    <dl className={classes.answers}>
      {answersOfForm(event).map((answer) => (
        <div key={answer.field}>
          <dt>{titleOf(answer)}</dt>
          <dd>{answer.words}</dd>
        </div>
      ))}
    </dl>
  );
}
