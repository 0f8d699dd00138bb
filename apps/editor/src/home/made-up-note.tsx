import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** Says, to whoever may take them out, that among the numbers above are made-up leads. */
export function MadeUpNote() {
  const t = useTexts<typeof texts>('home');
  const enabled = useSession().person.role === 'admin';
  const { data = 0 } = useQuery(
    trpc.seed.count.queryOptions(undefined, { enabled, staleTime: Number.POSITIVE_INFINITY }),
  );
  if (data === 0) return null;
  return (
    <p className="muted">
      {t('madeUp', { count: data })}{' '}
      <Link className="link" to="/settings/organisation">
        {t('madeUp.remove')}
      </Link>
    </p>
  );
}
