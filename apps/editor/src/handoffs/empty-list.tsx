import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { texts as doneTexts } from '../done-handoffs/texts.ja.ts';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { emptyTitle } from './empty-title.ts';
import { type InboxSearch, isCounted, isNarrowed } from './inbox-search.ts';
import type { HandoffCounts } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';
import { ToWorking } from './to-working.tsx';

/** What a list says that has nothing in it: of one that is narrowed down, of what there is none, and the way to all. */
export function EmptyList({ search, counts }: { search: InboxSearch; counts: HandoffCounts | undefined }) {
  const t = useTexts<typeof texts>('handoffs');
  const done = useTexts<typeof doneTexts>('done-handoffs');
  const { view = 'open', owner, ...others } = search;
  const isRep = useSession().person.role === 'sales-rep';
  const shown: InboxSearch = isRep || owner === undefined ? { ...others, view } : { ...others, view, owner };
  const name = useOwnerName(shown.owner);
  const narrowed = shown.owner !== undefined || isNarrowed(shown);
  const byEnd = shown.result !== undefined || shown.month !== undefined || shown.reason !== undefined;
  const toWorking = view === 'open' && !isCounted(search) && counts !== undefined && counts.working > 0;
  if (!narrowed && !isCounted(search)) {
    return (
      <EmptyState icon="inbox" title={t(`empty.${view}`)} help={t(`empty.${view}Help`)}>
        {view === 'open' && (toWorking ? <ToWorking search={search} /> : <TryHandoff />)}
      </EmptyState>
    );
  }
  const { due, outcome, answered } = others;
  const wide = { ...(due && { due }), ...(outcome && { outcome }), ...(answered && { answered }) };
  const title = name === undefined ? '' : emptyTitle({ search: shown, name, t });
  return (
    <EmptyState icon="inbox" title={byEnd ? done('none') : title}>
      {toWorking && shown.answer === undefined && <ToWorking search={search} />}
      {narrowed && (
        <Link className="link" to="/handoffs" search={{ ...wide, view }}>
          {t('widen')}
        </Link>
      )}
    </EmptyState>
  );
}

/** Empty where nobody is named; undefined while it is not known. */
function useOwnerName(owner: string | undefined): string | undefined {
  const isPerson = owner !== undefined && owner !== 'nobody';
  const { data } = useQuery(
    trpc.people.list.queryOptions({ person: owner ?? '', limit: 1 }, { enabled: isPerson, staleTime: 60_000 }),
  );
  return isPerson ? data && (data.rows[0]?.name ?? '') : '';
}

/** For those who may: how a first hand-off is brought about without a real lead. */
function TryHandoff() {
  const t = useTexts<typeof texts>('handoffs');
  const { role } = useSession().person;
  if (role === 'sales-rep') return null;
  return (
    <div>
      <p className="muted">{t('tryHelp')}</p>
      <Link className="link" to="/journeys">
        {t('tryJourneys')}
      </Link>
    </div>
  );
}
