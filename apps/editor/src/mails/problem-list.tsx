import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './problem-list.module.css';
import type { texts } from './texts.ja.ts';
import type { MailPreviewData } from './use-mail-preview.ts';

type Problem = MailPreviewData['problems'][number];

/** What is wrong with a mail, and where; a line opens its place in the body. */
export function ProblemList({ problems, onLine }: { problems: readonly Problem[]; onLine: (line: number) => void }) {
  const t = useTexts<typeof texts>('mails');
  const groups = [
    { severity: 'error', title: t('problems') },
    { severity: 'warning', title: t('warnings') },
  ] as const;
  return (
    <div role="status" className={classes.list}>
      {groups.map(({ severity, title }) => {
        const own = problems.filter((problem) => problem.severity === severity);
        if (own.length === 0) return null;
        return (
          <section key={severity} className={severity === 'error' ? classes.errors : classes.warnings}>
            <h2>
              <Icon name="alert" size={14} />
              {title} {own.length}
            </h2>
            <ul>
              {own.map((problem) => (
                <li key={`${problem.field}/${problem.line}/${problem.message.en}`}>
                  <Place problem={problem} onLine={onLine} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Place({ problem, onLine }: { problem: Problem; onLine: (line: number) => void }) {
  const t = useTexts<typeof texts>('mails');
  const asText = useText();
  const { field, line, message } = problem;
  if (field === 'body' && line !== undefined) {
    return (
      <>
        <button type="button" onClick={() => onLine(line)}>
          {t('line', { line })}
        </button>{' '}
        {asText(message)}
      </>
    );
  }
  return <>{field === 'body' ? asText(message) : `${t(field)}: ${asText(message)}`}</>;
}
