import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { BriefKeys } from '../handoffs/brief-keys.ts';
import { sayOfHandoff } from '../handoffs/handoff-toast.ts';
import type { Brief } from '../handoffs/inbox-types.ts';
import { isSettled } from '../handoffs/is-settled.ts';
import type { Answers } from '../handoffs/use-answers.ts';
import { useKeyActs } from '../handoffs/use-brief-keys.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import classes from './next-contact.module.css';
import type { texts } from './texts.ja.ts';
import { useContactWords } from './use-contact-words.ts';
import { useSetContact } from './use-set-contact.ts';

/** When the lead of a hand-off that is being worked is contacted next, to change or to remove. */
export function ContactLine({ brief, answers, keys }: { brief: Brief; answers: Answers; keys: BriefKeys }) {
  const t = useTexts<typeof texts>('next-contact');
  const words = useContactWords();
  const [choosing, setChoosing] = useState(false);
  const { remove, isPending } = useSetContact({ handoff: brief.id, answers });
  const { nextContact, contactChoices, may } = brief;
  const choose = () => {
    const refused = whyNot(brief);
    if (refused === undefined) setChoosing(true);
    else sayOfHandoff(brief.id, (id) => notifications.show({ id, message: t(refused) }));
  };
  const wordsOf = (contact: NonNullable<typeof nextContact>) => {
    if (contact.note !== '') return words.beside(contact);
    return contact.standing === 'later' ? words.moment(contact) : words.toDo(contact);
  };
  useKeyActs({ keys, handoff: brief.id, acts: { C: choose } });
  if (contactChoices.length === 0 || (nextContact === null && !may.answer)) return null;
  return (
    <div className={classes.line} data-standing={nextContact?.standing ?? 'none'}>
      <Icon name="calendar" />
      <p>
        {nextContact === null ? (
          <span className="muted">{t('none')}</span>
        ) : (
          <>
            <b>
              {t('label', {
                at: wordsOf(nextContact),
              })}
            </b>
            {nextContact.note !== '' && <span className={classes.words}>{nextContact.note}</span>}
          </>
        )}
      </p>
      {may.answer && (
        <span className={classes.ways}>
          <Button size="xs" variant="default" onClick={() => setChoosing(true)} aria-keyshortcuts="C">
            {t(nextContact === null ? 'decide' : 'change')}
          </Button>
          {nextContact !== null && (
            <Button
              size="xs"
              variant="subtle"
              color="idle"
              loading={isPending}
              onClick={() => void remove(nextContact).catch(() => undefined)}
            >
              {t('remove')}
            </Button>
          )}
        </span>
      )}
      {choosing && <ContactDialog brief={brief} answers={answers} onClose={() => setChoosing(false)} />}
    </div>
  );
}

/** Why no next contact can be set; undefined: it can. */
function whyNot({ may, state, contactChoices }: Brief): 'notYours' | 'closed' | 'notYet' | undefined {
  if (!may.answer) return 'notYours';
  if (isSettled(state)) return 'closed';
  return contactChoices.length === 0 ? 'notYet' : undefined;
}
