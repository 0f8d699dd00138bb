import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { Brief } from '../handoffs/inbox-types.ts';
import type { Answers } from '../handoffs/use-answers.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './offer-lost-reason.module.css';
import { lostReasons } from './reasons.ts';
import type { texts } from './texts.ja.ts';

/** Right after a loss: why, by one tap or in one's own words. Nobody has to. */
export function OfferLostReason({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('answer-reasons');
  const [writing, setWriting] = useState(false);
  const { id: handoff } = brief;
  const said = saidOf(brief);
  const busy = answers.sayWhyLost.isPending;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would submit nothing here
    <div className={classes.offer} role="group" aria-label={t('offer')}>
      <p aria-hidden="true">{t('offer')}</p>
      <div className={classes.choices}>
        {lostReasons.map((reason) => (
          <Button
            key={reason}
            size="xs"
            variant={said.reason === reason ? 'light' : 'default'}
            aria-pressed={said.reason === reason}
            disabled={busy}
            onClick={() => answers.sayWhyLost.mutate({ handoff, reason })}
          >
            {t(reason)}
          </Button>
        ))}
        <Button size="xs" variant="default" aria-expanded={writing} onClick={() => setWriting(!writing)}>
          {t('write')}
        </Button>
      </div>
      {writing && <OwnWords brief={brief} answers={answers} onDone={() => setWriting(false)} />}
    </div>
  );
}

/** While it can be taken back, it can be changed; later, as long as nothing was said. */
export function asksWhyLost(brief: Brief): boolean {
  if (brief.state !== 'lost' || !brief.may.answer) return false;
  const { reason, note } = saidOf(brief);
  return brief.may.undo === 'lost' || (reason === null && note === null);
}

function saidOf({ entries }: Brief): { readonly reason: string | null; readonly note: string | null } {
  return entries.findLast(({ kind }) => kind === 'lost') ?? { reason: null, note: null };
}

function OwnWords({ brief, answers, onDone }: { brief: Brief; answers: Answers; onDone: () => void }) {
  const t = useTexts<typeof texts>('answer-reasons');
  const [words, setWords] = useState(saidOf(brief).note ?? '');
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    answers.sayWhyLost.mutate({ handoff: brief.id, note: words }, { onSuccess: onDone });
  };
  return (
    <form className={classes.words} onSubmit={save}>
      <TextInput
        size="xs"
        data-autofocus
        autoFocus
        aria-label={t('words')}
        maxLength={200}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Button
        size="xs"
        type="submit"
        variant="default"
        disabled={words.trim() === ''}
        loading={answers.sayWhyLost.isPending}
      >
        {t('save')}
      </Button>
    </form>
  );
}
