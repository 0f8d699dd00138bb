import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { Found } from './palette.tsx';
import type { texts } from './texts.ja.ts';

/** Colleagues by name: for an admin the way to their settings, for whoever leads the reps to what they have in hand. */
export function usePeople({ search, most }: { search: string; most: number }): readonly Found[] {
  const t = useTexts<typeof texts>('palette');
  const navigate = useNavigate();
  const { role } = useSession().person;
  const isAdmin = role === 'admin';
  const enabled = search !== '' && (isAdmin || role === 'sales-manager');
  const { data } = useQuery(
    trpc.people.list.queryOptions(
      { search, activeOnly: !isAdmin, limit: most },
      { enabled, placeholderData: keepPreviousData, meta: { silent: true } },
    ),
  );
  if (!enabled) return [];
  return (data?.rows ?? []).map(({ id, name, email }) => ({
    key: id,
    label: name,
    help: [t(isAdmin ? 'people.settings' : 'people.handoffs'), email].join(' · '),
    icon: 'users' as const,
    act: () =>
      void (isAdmin
        ? navigate({ to: '/settings/people', search: { person: id } })
        : navigate({ to: '/handoffs', search: { owner: id } })),
  }));
}
