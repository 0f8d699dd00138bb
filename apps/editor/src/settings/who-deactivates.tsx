import { Link } from '@tanstack/react-router';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** Where one looks for how somebody is deactivated: who can do so, or the way there. */
export function WhoDeactivates() {
  const t = useTexts<typeof texts>('settings');
  const { role } = useSession().person;
  const admins = useSalespeople({ enabled: role !== 'admin' }).filter((person) => person.role === 'admin');
  if (role === 'admin') {
    return (
      <p className="muted">
        {t('teams.deactivateUnder')}{' '}
        <Link className="link" to="/settings/people">
          {t('people')}
        </Link>
      </p>
    );
  }
  const names = admins.map(({ name }) => t('teams.admin', { name })).join(t('teams.comma'));
  return <p className="muted">{names === '' ? t('teams.askAnAdmin') : t('teams.askAdmin', { names })}</p>;
}
