import type { NextContact } from '@sodate/services/handoff/next-contact';
import classes from './next-contact.module.css';
import { useContactWords } from './use-contact-words.ts';

/** In a list: when the lead is contacted next, and what about. */
export function ContactMark({ contact }: { contact: NextContact }) {
  const { toDo, beside } = useContactWords();
  return (
    <p className={classes.mark} data-standing={contact.standing}>
      <b>{contact.note === '' ? toDo(contact) : beside(contact)}</b>
      {contact.note !== '' && <span>{contact.note}</span>}
    </p>
  );
}
