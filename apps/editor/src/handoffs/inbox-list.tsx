import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { DoneFilters } from '../done-handoffs/done-filters.tsx';
import { ReasonCounts } from '../done-handoffs/reason-counts.tsx';
import { MoveNobodys } from '../giving-on/move-nobodys.tsx';
import { RecentMovesNote } from '../giving-on/recent-moves-note.tsx';
import { useTexts } from '../language/use-texts.ts';
import { ContactFilter } from '../next-contact/contact-filter.tsx';
import { ContactsToday } from '../next-contact/contacts-today.tsx';
import { NoManager } from '../people/no-manager.tsx';
import { trpc } from '../server/trpc.ts';
import { AwayLink } from './away-link.tsx';
import { CountedHeading } from './counted-heading.tsx';
import { EmptyList } from './empty-list.tsx';
import { AnswerFilter, DueDaysFilter, OwnerFilter } from './inbox-filters.tsx';
import { InboxItem } from './inbox-item.tsx';
import classes from './inbox-list.module.css';
import { type InboxSearch, type InboxView, isCounted, isNarrowed } from './inbox-search.ts';
import type { HandoffCounts, ListedHandoff } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';
import type { useHandoffList } from './use-handoff-list.ts';

export function InboxList({
  search,
  list,
  rows,
  shown,
}: {
  search: InboxSearch;
  list: ReturnType<typeof useHandoffList>['list'];
  rows: readonly ListedHandoff[];
  shown: string | undefined;
}) {
  const t = useTexts<typeof texts>('handoffs');
  const navigate = useNavigate();
  const { view = 'open', owner } = search;
  const counted = isCounted(search);
  const scope = owner === undefined ? {} : { owner };
  const { data: counts } = useQuery(trpc.handoffs.count.queryOptions(scope, { refetchInterval: 15_000 }));
  const viewWords = useViewWords({ search, counts });
  const turnTo = (value: string) => void navigate({ to: '/handoffs', search: { ...scope, view: value as InboxView } });
  const choices: { value: InboxView; label: string }[] = [
    { value: 'open', label: viewWords('open') },
    { value: 'working', label: viewWords('working') },
    { value: 'closed', label: t('view.closed') },
  ];
  return (
    <section className={classes.list} aria-label={t('list')}>
      <header className={classes.head}>
        <h1>{t('title')}</h1>
        {!counted && counts !== undefined && <Today counts={counts} overall={isNarrowed(search)} />}
        {!counted && counts !== undefined && counts.contacts > 0 && <ContactsToday counts={counts} scope={scope} />}
        {counts !== undefined && counts.stuck > 0 && (
          <p className={classes.over}>{t('stuckCount', { count: counts.stuck })}</p>
        )}
        <NoManager />
        <SegmentedControl
          className={classes.views ?? ''}
          size="xs"
          aria-label={t('views')}
          data={choices}
          value={counted ? '' : view}
          onChange={turnTo}
          onClick={({ target }) => {
            // Of the one that is shown already nothing changes: a tap on it shows all of it.
            const again = target instanceof HTMLInputElement && target.value === view && !counted;
            if (again && isNarrowed(search)) turnTo(view);
          }}
        />
        {counted && <CountedHeading search={search} />}
        <div className={classes.filters}>
          <OwnerFilter search={search} />
          <DoneFilters search={search} />
          <AnswerFilter search={search} />
          <DueDaysFilter search={search} />
          <ContactFilter search={search} planned={counts?.planned} />
          <AwayLink search={search} />
        </div>
        <ReasonCounts search={search} />
        <MoveNobodys search={search} counts={counts} />
        <RecentMovesNote />
      </header>
      {rows.length === 0 && !list.isPending && <EmptyList search={search} counts={counts} />}
      <ul>
        {rows.map((handoff) => (
          <InboxItem key={handoff.id} handoff={handoff} search={search} current={handoff.id === shown} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className={classes.more ?? ''}
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </section>
  );
}

/** How many each view has: of the one that is shown, as many as are left once it is narrowed down. */
function useViewWords({ search, counts }: { search: InboxSearch; counts: HandoffCounts | undefined }) {
  const t = useTexts<typeof texts>('handoffs');
  // A list behind a number holds other hand-offs than the views do.
  const counted = isCounted(search);
  const narrowed = !counted && isNarrowed(search);
  const { view: shown = 'open' } = search;
  const { data: listed } = useQuery(
    trpc.handoffs.countListed.queryOptions(search, { enabled: narrowed, refetchInterval: 15_000 }),
  );
  return (view: 'open' | 'working') => {
    if (counted || counts === undefined) return t(`view.${view}Alone`);
    if (!narrowed || view !== shown) return t(`view.${view}`, { count: counts[view] });
    if (listed === undefined) return t(`view.${view}Alone`);
    return t(`view.${view}`, { count: listed.more ? `${listed.count}+` : listed.count });
  };
}

/** What is urgent today, in a sentence; `overall`: of more than is listed below it. */
function Today({ counts: { open, overdue, soon }, overall }: { counts: HandoffCounts; overall: boolean }) {
  const t = useTexts<typeof texts>('handoffs');
  if (open === 0) return null;
  if (overdue === 0 && soon === 0) return <p className="muted">{t(overall ? 'calmOverall' : 'calm')}</p>;
  return (
    <p>
      {overall && t('overall')}
      {overdue > 0 && <b className={classes.over}>{t('overdue', { count: overdue })}</b>}
      {overdue > 0 && soon > 0 && t('comma')}
      {soon > 0 && <b className={classes.soon}>{t('soon', { count: soon })}</b>}
      {t('stop')}
    </p>
  );
}
