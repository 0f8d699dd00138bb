import { Link } from '@tanstack/react-router';
import classes from '../handoffs/inbox-list.module.css';
import type { HandoffCounts } from '../handoffs/inbox-types.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** Whom to contact today, with the way to them. */
export function ContactsToday({
  counts: { contacts, contactsPast },
  scope,
}: {
  counts: HandoffCounts;
  scope: { owner?: string };
}) {
  const t = useTexts<typeof texts>('next-contact');
  return (
    <p>
      <Link className="link" to="/handoffs" search={{ ...scope, view: 'working', contact: 'planned' }}>
        {t('contacts', { count: contacts })}
      </Link>
      {contactsPast > 0 && <b className={classes.over}>{t('contactsPast', { count: contactsPast })}</b>}
    </p>
  );
}
