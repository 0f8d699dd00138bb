import type { Problem } from '@sodate/journey/validate/problem';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import type { texts } from './texts.ja.ts';

/** What a line of a list of problems says: where it is, what is wrong, how to mend it. */
export function ProblemWords({
  problem,
  title,
}: {
  problem: Problem;
  /** What its node is called; empty where it is about the journey as a whole. */
  title: string;
}) {
  const t = useTexts<typeof texts>('journeys');
  const text = useText();
  const message = text(problem.message);
  return (
    <>
      <Icon name="alert" size={15} />
      <span>
        <b>{title === '' ? message : t('problemOf', { node: title, message })}</b>
        <small>{text(problem.mend)}</small>
      </span>
    </>
  );
}
