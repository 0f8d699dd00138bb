import { Button, Popover } from '@mantine/core';
import type { Problem } from '@sodate/journey/validate/problem';
import { useEffect, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useAfterDrawing } from '../parts/use-after-drawing.ts';
import { divideProblems } from './divide-problems.ts';
import { useCanvas, useDraft } from './journey-context.ts';
import { ProblemLine, problemKey } from './problem-line.tsx';
import type { texts } from './texts.ja.ts';
import classes from './top-bar.module.css';

/** How many problems there are; the list leads to each node and says how to mend it. */
export function ProblemList() {
  const t = useTexts<typeof texts>('journeys');
  const [opened, setOpened] = useState(false);
  const problems = useDraft((state) => state.problems);
  const hangs = useAfterDrawing();
  const isEmpty = useDraft(({ graph }) => Object.keys(graph.nodes).length === 0);
  const fresh = useCanvas((state) => state.fresh);
  const parts = divideProblems({ problems, fresh });
  const errors = parts.error.length;
  const words = wordCount();
  const none = problems.length === 0;
  // Else the next problem, of something else, would open it again by itself.
  useEffect(() => {
    if (none) setOpened(false);
  }, [none]);
  if (isEmpty) return null;
  if (none) {
    return (
      <span className={classes.quiet}>
        <Icon name="check" size={14} />
        {t('noProblems')}
      </span>
    );
  }
  const button = (
    <Button
      variant={errors > 0 ? 'light' : 'default'}
      color={errors > 0 ? 'danger' : 'idle'}
      leftSection={<Icon name="alert" />}
      onClick={() => setOpened(!opened)}
      onKeyDown={({ key }) => key === 'Escape' && setOpened(false)}
      aria-label={words}
      data-always
    >
      <span className={classes.words}>{words}</span>
      <span className={classes.number}>{errors || parts.unfilled.length || problems.length}</span>
    </Button>
  );
  if (!hangs) return button;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="lg"
      radius="md"
      // The list hangs far from its button in the page: by keyboard it is reached and left only so.
      trapFocus
      returnFocus
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown p={6}>
        <div className={classes.problems}>
          {(['error', 'unfilled', 'warning'] as const).map((part) => (
            <Problems
              key={part}
              title={t(titles[part])}
              problems={parts[part]}
              quiet={part === 'unfilled'}
              onChosen={() => setOpened(false)}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );

  function wordCount(): string {
    if (errors > 0) return t('problems', { count: errors });
    const toBeSet = parts.unfilled.length;
    return toBeSet > 0 ? t('toBeSet', { count: toBeSet }) : t('hints', { count: problems.length });
  }
}

const titles = { error: 'problemList', unfilled: 'toBeSetList', warning: 'worthALook' } as const;

/** Those of one weight: what keeps a journey from being published stands before what only should be looked at. */
function Problems({
  title,
  problems,
  quiet,
  onChosen,
}: {
  title: string;
  problems: readonly Problem[];
  quiet: boolean;
  onChosen: () => void;
}) {
  if (problems.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul aria-label={title}>
        {problems.map((problem) => (
          <li key={problemKey(problem)}>
            <ProblemLine problem={problem} quiet={quiet} onChosen={onChosen} />
          </li>
        ))}
      </ul>
    </>
  );
}
