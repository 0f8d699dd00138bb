import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Brief } from '../handoffs/inbox-types.ts';
import type { Answers } from '../handoffs/use-answers.ts';
import { useTexts } from '../language/use-texts.ts';
import { ContactDialog } from './contact-dialog.tsx';
import classes from './next-contact.module.css';
import type { texts } from './texts.ja.ts';
import { useChoiceWords } from './use-choice-words.ts';
import { useSetContact } from './use-set-contact.ts';

/** Right after a call: the next one, by one tap. Nobody has to. */
export function OfferContact({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('next-contact');
  const { whole, name, day } = useChoiceWords();
  const [choosing, setChoosing] = useState(false);
  const { set, isPending } = useSetContact({ handoff: brief.id, answers });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would submit nothing here
    <div className={classes.offer} role="group" aria-label={t('offer')}>
      <p aria-hidden="true">{t('offer')}</p>
      <div className={classes.choices}>
        {brief.contactChoices.map((choice) => (
          <Button
            key={choice.kind}
            size="xs"
            variant="default"
            disabled={isPending}
            aria-label={whole(choice)}
            onClick={() => void set({ date: choice.date, time: '', note: '' }).catch(() => undefined)}
          >
            <span className={classes.whole}>{whole(choice)}</span>
            <span className={classes.halves} aria-hidden="true">
              <span>{name(choice)}</span>
              <span>{day(choice)}</span>
            </span>
          </Button>
        ))}
        <Button size="xs" variant="default" disabled={isPending} onClick={() => setChoosing(true)}>
          {t('other')}
        </Button>
      </div>
      {choosing && <ContactDialog brief={brief} answers={answers} onClose={() => setChoosing(false)} />}
    </div>
  );
}
