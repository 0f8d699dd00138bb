import { Button } from '@mantine/core';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import type { Brief } from './inbox-types.ts';
import classes from './stuck-note.module.css';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';

/** Says that a hand-off's deadline is not watched over and why; managers can have it tried again. */
export function StuckNote({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const text = useText();
  if (brief.stuckWhy === null) return null;
  return (
    <div className={classes.note} role="status">
      <Icon name="alert" />
      <p>
        <b>{t('stuck')}</b>
        <span>{text(brief.stuckWhy)}</span>
        <span>{t(brief.may.reassign ? 'stuckHelp' : 'stuckAsk')}</span>
      </p>
      {brief.may.reassign && (
        <Button
          size="xs"
          variant="default"
          loading={answers.retry.isPending}
          onClick={() => answers.retry.mutate({ handoff: brief.id })}
        >
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
