import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import classes from './inbox-list.module.css';
import type { InboxSearch } from './inbox-search.ts';
import type { texts } from './texts.ja.ts';

/** Where one looks at what somebody has, their days away are looked for too. */
export function AwayLink({ search: { owner } }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const { role } = useSession().person;
  if (owner === undefined || owner === 'nobody' || (role !== 'sales-manager' && role !== 'admin')) return null;
  return (
    <Link className={`link ${classes.away}`} to="/settings/teams">
      {t('toDaysAway')}
    </Link>
  );
}
