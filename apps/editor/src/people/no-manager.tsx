import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** Warns where reps get hand-offs and nobody leads them: who is told instead, and how to mend it. Nothing for reps. */
export function NoManager({ inPlace = false }: { inPlace?: boolean }) {
  const t = useTexts<typeof texts>('people');
  const { role } = useSession().person;
  const concerns = role === 'admin' || role === 'marketer';
  const { data } = useQuery({ ...trpc.people.list.queryOptions({ activeOnly: true, limit: 200 }), enabled: concerns });
  const people = data?.rows ?? [];
  const has = (wanted: string) => people.some((person) => person.role === wanted);
  if (!has('sales-rep') || has('sales-manager')) return null;
  return (
    <Alert color="warn" role="status">
      <b>{t('noManager')}</b> {t('noManagerHelp')} {role !== 'admin' && t('noManagerAsk')}
      {role === 'admin' && !inPlace && (
        <Link className="link" to="/settings/people" search={{ invite: 'sales-manager' }}>
          {t('noManagerInvite')}
        </Link>
      )}
      {role === 'admin' && inPlace && t('noManagerHere')}
    </Alert>
  );
}
