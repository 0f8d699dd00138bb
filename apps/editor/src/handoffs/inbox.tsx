import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { SentMailDialog } from '../mails/sent-mail-dialog.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { BriefView } from './brief-view.tsx';
import classes from './inbox.module.css';
import { InboxList } from './inbox-list.tsx';
import { type InboxSearch, isCounted, readInboxSearch } from './inbox-search.ts';
import { countPassedOver, nextOf } from './next-of.ts';
import { focusOn, itemId } from './places.ts';
import type { texts } from './texts.ja.ts';
import { useBriefKeys } from './use-brief-keys.ts';
import { useHandoffList } from './use-handoff-list.ts';
import { useOrderWhenChosen } from './use-order-when-chosen.ts';
import { usePlace } from './use-place.ts';

/** The hand-offs that wait for sales, and the brief of one. On a phone: the list, then the brief as a page. */
export function Inbox() {
  const t = useTexts<typeof texts>('handoffs');
  // The router hands on what a route leaves out of its search.
  const search: InboxSearch = readInboxSearch({ ...useSearch({ from: '/frame/handoffs' }) });
  const { handoff: chosen } = useParams({ strict: false });
  const navigate = useNavigate();
  const wide = useIsWide();
  const { list, rows } = useHandoffList(search);
  const openable = rows.filter(({ mayOpen }) => mayOpen);
  const shown = chosen ?? (wide ? openable[0]?.id : undefined);
  usePlace({ chosen, wide });
  const keys = useBriefKeys(shown);
  const { view = 'open' } = search;
  const stood = useOrderWhenChosen({ list: view, rows, shown, ready: !list.isPending });
  const next = list.isPending || isCounted(search) ? null : nextOf({ view, rows, shown, stood });
  const passedOver = view === 'working' ? countPassedOver({ rows, shown, stood, next }) : 0;
  const open = (handoff: string) => void navigate({ to: '/handoffs/$handoff', params: { handoff }, search });
  const step = (by: number) => {
    const beside = openable[Math.max(0, openable.findIndex(({ id }) => id === shown) + by)];
    if (beside === undefined) return;
    open(beside.id);
    focusOn(itemId(beside.id));
  };
  useHotkeys([
    ['J', () => step(1)],
    ['K', () => step(-1)],
  ]);
  return (
    <div className={classes.inbox}>
      {(wide || chosen === undefined) && <InboxList search={search} list={list} rows={rows} shown={shown} />}
      {shown !== undefined && (
        <BriefView
          key={shown}
          handoff={shown}
          search={search}
          next={next}
          passedOver={passedOver}
          keys={keys}
          onAnswer={() => chosen === undefined && open(shown)}
        />
      )}
      <SentMailDialog />
      {wide && shown === undefined && <p className={classes.choose}>{list.isPending ? '' : t('choose')}</p>}
    </div>
  );
}
