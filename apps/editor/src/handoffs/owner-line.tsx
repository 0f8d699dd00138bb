import { Button } from '@mantine/core';
import { useState } from 'react';
import { Reassign } from '../giving-on/reassign.tsx';
import type { texts as givingTexts } from '../giving-on/texts.ja.ts';
import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import classes from './brief.module.css';
import type { Brief } from './inbox-types.ts';
import { isSettled } from './is-settled.ts';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';
import { useOwnerWords } from './use-owner-words.ts';

/** Whose it is, and for managers the way to give it to another; for a test, the way past its waiting. */
export function OwnerLine({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const words = useTexts<typeof givingTexts>('giving-on');
  const ownerWords = useOwnerWords();
  const [choosing, setChoosing] = useState(false);
  const { owner, may, state } = brief;
  const hurries = useSession().person.role !== 'sales-rep';
  const waits = brief.test && state === 'open' && !brief.overdue;
  return (
    <>
      {may.reassign && (
        <span className={classes.owner}>
          <span className="muted">{ownerWords(owner)}</span>
          {!isSettled(state) && !brief.overdue && (
            <Button size="xs" variant="subtle" onClick={() => setChoosing(true)}>
              {words('reassign')}
            </Button>
          )}
        </span>
      )}
      {waits && hurries && (
        <Button
          size="xs"
          variant="subtle"
          loading={answers.forward.isPending}
          onClick={() => answers.forward.mutate({ handoff: brief.id })}
        >
          {t('forward')}
        </Button>
      )}
      {choosing && <Reassign brief={brief} answers={answers} onClose={() => setChoosing(false)} />}
    </>
  );
}
