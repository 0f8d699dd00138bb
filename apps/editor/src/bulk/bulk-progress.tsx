import { Button, Progress } from '@mantine/core';
import type { BulkChange } from '@sodate/services/bulk/list-bulk-changes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useText } from '../language/use-text.ts';
import { type Translate, useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import classes from './bulk.module.css';
import type { texts } from './texts.ja.ts';

const runningMs = 700;
const idleMs = 15_000;

/** What is being done for many, how far it has come, and what could not be done; and what ended a moment ago. */
export function BulkProgress({ of }: { of: 'stuck' | 'sends' }) {
  const t = useTexts<typeof texts>('bulk');
  const { data } = useQuery(
    trpc.bulk.list.queryOptions(undefined, {
      refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'running') ? runningMs : idleMs),
    }),
  );
  const shown = (data ?? []).filter(({ verb }) => (verb.kind === 'settle') === (of === 'sends')).slice(0, 3);
  useRefreshAfter(shown.map(({ id, done, refused }) => `${id} ${done + refused}`).join());
  if (shown.length === 0) return null;
  return (
    <ul className={classes.changes} aria-label={t('changes')}>
      {shown.map((change) => (
        <Change key={change.id} change={change} />
      ))}
    </ul>
  );
}

/** The lists follow as it proceeds. */
function useRefreshAfter(progress: string) {
  const seen = useRef(progress);
  useEffect(() => {
    if (seen.current === progress) return;
    seen.current = progress;
    for (const router of [trpc.enrollments, trpc.effects, trpc.home])
      void queryClient.invalidateQueries({ queryKey: router.pathKey() });
  }, [progress]);
}

function Change({ change }: { change: BulkChange }) {
  const t = useTexts<typeof texts>('bulk');
  const text = useText();
  const cancel = useMutation(
    trpc.bulk.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.bulk.pathKey() }),
    }),
  );
  const { id, state, total, done, refused, refusedWhy, asker } = change;
  const over = done + refused;
  const label = verbWord({ t, verb: change.verb });
  return (
    <li className={classes.change}>
      <div className={classes.words}>
        <b>
          {state === 'done' && <Icon name={refused > 0 ? 'alert' : 'check'} size={14} />} {label}
        </b>
        <span aria-live="polite">{t(`progress.${state}`, { done, total })}</span>
        <small className="muted">{t('asker', { name: asker })}</small>
        {state === 'running' && (
          <Button
            size="compact-xs"
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ change: id })}
          >
            {t('cancel')}
          </Button>
        )}
      </div>
      {state === 'running' && (
        <Progress value={total === 0 ? 100 : (over / total) * 100} size="sm" aria-label={label} />
      )}
      {refused > 0 && (
        <p className={classes.refused}>
          {t('refused', { count: refused })} {refusedWhy !== null && text(refusedWhy)}
        </p>
      )}
    </li>
  );
}

function verbWord({ t, verb }: { t: Translate<typeof texts>; verb: BulkChange['verb'] }): string {
  return verb.kind === 'settle' ? t(`verb.${verb.as}`) : t(`verb.${verb.kind}`);
}
