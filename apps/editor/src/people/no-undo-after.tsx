import type { ListedPerson } from '@sodate/services/person/list-people';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';
import { Warning } from './warning.tsx';

/** Before somebody is deactivated: what was moved from them just now cannot go back to them any more. */
export function NoUndoAfter({ person: { id, name } }: { person: Pick<ListedPerson, 'id' | 'name'> }) {
  const t = useTexts<typeof texts>('people');
  const { data: count = 0 } = useQuery(trpc.people.countUndoableFrom.queryOptions({ id }, { staleTime: 0 }));
  if (count === 0) return null;
  return (
    <Warning>
      <p>{t('noUndoAfter', { name, count })}</p>
    </Warning>
  );
}
