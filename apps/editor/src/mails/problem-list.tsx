import { Link } from '@tanstack/react-router';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './problem-list.module.css';
import type { texts } from './texts.ja.ts';
import type { MailPreviewData } from './use-mail-preview.ts';

type Problem = MailPreviewData['problems'][number];

/** Where the writer has been, and left without a word. */
export type LeftBlank = Readonly<Partial<Record<Problem['field'], boolean>>>;

const groups = ['problems', 'unwritten', 'warnings'] as const;

/** What is still to be written is no fault before the writer has been there. */
function groupOf({ problem: { severity, unwritten, field }, left }: { problem: Problem; left: LeftBlank }) {
  if (severity === 'warning') return 'warnings';
  return unwritten && left[field] !== true ? 'unwritten' : 'problems';
}

/** What is wrong with a mail or still to be written, and where; `onPlace` opens the place of one. */
export function ProblemList({
  problems,
  left,
  onPlace,
}: {
  problems: readonly Problem[];
  left: LeftBlank;
  onPlace: (problem: Problem) => void;
}) {
  const t = useTexts<typeof texts>('mails');
  return (
    <div role="status" className={classes.list}>
      {groups.map((group) => {
        const own = problems.filter((problem) => groupOf({ problem, left }) === group);
        if (own.length === 0) return null;
        return (
          <section key={group} className={classes.group} data-group={group}>
            <h2>
              <Icon name={group === 'unwritten' ? 'form' : 'alert'} size={14} />
              {t(group, { count: own.length })}
            </h2>
            <ul>
              {own.map((problem) => (
                <li key={`${problem.field}/${problem.line}/${problem.message.en}`}>
                  <Place problem={problem} onPlace={onPlace} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Place({ problem, onPlace }: { problem: Problem; onPlace: (problem: Problem) => void }) {
  const t = useTexts<typeof texts>('mails');
  const asText = useText();
  const { field, line, message, unwritten, showable, lacks } = problem;
  if (unwritten || showable) {
    return (
      <button type="button" onClick={() => onPlace(problem)}>
        {asText(message)}
      </button>
    );
  }
  if (field === 'body' && line !== undefined) {
    return (
      <>
        <button type="button" onClick={() => onPlace(problem)}>
          {t('line', { line })}
        </button>{' '}
        {asText(message)}
      </>
    );
  }
  if (lacks === 'sender-address') {
    return (
      <>
        {asText(message)}{' '}
        <Link className="link" to="/settings/organisation">
          {t('writeAddress')}
        </Link>
      </>
    );
  }
  return <>{field === 'body' ? asText(message) : `${t(field)}: ${asText(message)}`}</>;
}
