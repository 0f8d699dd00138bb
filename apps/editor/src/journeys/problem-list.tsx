import { Button, Popover } from '@mantine/core';
import type { Problem } from '@sodate/journey/validate/problem';
import { useState } from 'react';
import { useShowNode } from '../canvas/use-show-node.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useDraft, useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';
import classes from './top-bar.module.css';

/** How many problems there are; the list leads to each node and says how to mend it. */
export function ProblemList() {
  const t = useTexts<typeof texts>('journeys');
  const [opened, setOpened] = useState(false);
  const problems = useDraft((state) => state.problems);
  const isEmpty = useDraft(({ graph }) => Object.keys(graph.nodes).length === 0);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const words = errors > 0 ? t('problems', { count: errors }) : t('hints', { count: problems.length });
  if (isEmpty) return null;
  if (problems.length === 0) {
    return (
      <span className={classes.quiet}>
        <Icon name="check" size={14} />
        {t('noProblems')}
      </span>
    );
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="lg" radius="md">
      <Popover.Target>
        <Button
          variant={errors > 0 ? 'light' : 'default'}
          color={errors > 0 ? 'danger' : 'idle'}
          leftSection={<Icon name="alert" />}
          onClick={() => setOpened(!opened)}
          aria-label={words}
          data-always
        >
          <span className={classes.words}>{words}</span>
          <span className={classes.number}>{errors > 0 ? errors : problems.length}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <ul className={classes.problems} aria-label={t('problemList')}>
          {problems.map((problem) => (
            <li key={`${problem.rule}/${problem.node ?? ''}/${problem.outcome ?? ''}/${problem.path?.join('.') ?? ''}`}>
              <ProblemLine problem={problem} onChosen={() => setOpened(false)} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function ProblemLine({ problem, onChosen }: { problem: Problem; onChosen: () => void }) {
  const text = useText();
  const { canvas, draft, types } = useJourney();
  const showNode = useShowNode();
  const node = useDraft(({ graph }) => (problem.node === undefined ? undefined : graph.nodes[problem.node]));
  const type = types.get(node?.type ?? '');
  const title = node?.title ?? (type === undefined ? '' : text(type.title));
  const show = () => {
    onChosen();
    const found = problem.node === undefined ? undefined : draft.getState().graph.nodes[problem.node];
    if (found === undefined) {
      canvas.openPanel({ kind: 'settings' });
      return;
    }
    showNode(found.id);
    canvas.openPanel({ kind: 'node', tab: 'settings' });
  };
  return (
    <button
      type="button"
      className={classes.problem}
      data-warning={problem.severity === 'warning' || undefined}
      onClick={show}
    >
      <Icon name="alert" size={15} />
      <span>
        <b>{[title, text(problem.message)].filter((part) => part !== '').join('：')}</b>
        <small>{text(problem.mend)}</small>
      </span>
    </button>
  );
}
