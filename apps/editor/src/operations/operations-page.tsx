import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { trpc } from '../server/trpc.ts';
import { LatenessPanel } from './lateness-panel.tsx';
import { LedgersPanel } from './ledgers-panel.tsx';
import { LoopsPanel } from './loops-panel.tsx';
import { MarkPanel } from './mark-panel.tsx';
import classes from './operations.module.css';
import { PartsPanel } from './parts-panel.tsx';
import { QueuesPanel } from './queues-panel.tsx';
import type { texts } from './texts.ja.ts';

const refreshMs = 5_000;

/** How the machinery stands: what can be reached, what waits, what each loop did last, and whether the books balance. */
export function OperationsPage() {
  const t = useTexts<typeof texts>('operations');
  const formats = useFormats();
  const { data } = useQuery(
    trpc.operations.read.queryOptions(undefined, {
      refetchInterval: refreshMs,
      placeholderData: keepPreviousData,
      meta: { silent: true },
    }),
  );
  if (data === undefined) return <PendingScreen />;
  return (
    <Page>
      <PageHeader title={t('title')} help={t('help', { time: formats.dateTime(data.at) })} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <PartsPanel operations={data} />
          <QueuesPanel operations={data} />
        </div>
        <div className={classes.column}>
          <LatenessPanel lateness={data.lateness} />
          <MarkPanel mark={data.mark} />
          <LedgersPanel />
        </div>
      </div>
      <LoopsPanel loops={data.loops} />
    </Page>
  );
}
