import { Button, Progress } from '@mantine/core';
import type { JourneyId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useEffect, useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { useMayEdit } from '../leads/use-may-edit.ts';
import { Confirm } from '../parts/confirm.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './bulk-enrolments.module.css';
import type { texts } from './texts.ja.ts';

type Bulk = inferOutput<typeof trpc.bulkEnrolments.list>['rows'][number];

const runningMs = 1_000;
const restingMs = 30_000;
/** One that has ended stays to be read for a day. */
const shownMs = 86_400_000;

/** What is being added to the journey in bulk, and what was added in the last day: how far, who was left out. The sums and the list of leads below follow. */
export function BulkEnrolments({
  journey,
  paused,
  onSeeRefused,
}: {
  journey: JourneyId;
  paused: boolean;
  /** Shows the list of all who did not enter. */
  onSeeRefused: () => void;
}) {
  const t = useTexts<typeof texts>('journeys');
  const queries = useQueryClient();
  const { data } = useQuery(
    trpc.bulkEnrolments.list.queryOptions(
      { journey, limit: 10 },
      { refetchInterval: ({ state }) => (state.data?.rows.some(isRunning) ? runningMs : restingMs) },
    ),
  );
  const entered = (data?.rows ?? []).reduce((sum, row) => sum + row.entered, 0);
  useEffect(() => {
    if (entered === 0) return;
    // Together: the sums are held against the list.
    void queries.invalidateQueries(trpc.journeys.people.pathFilter());
    void queries.invalidateQueries(trpc.operations.ledger.pathFilter());
  }, [entered, queries]);
  const shown = (data?.rows ?? []).filter((row) => isRunning(row) || isRecent(row));
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('bulk')}>
      <ul className={classes.list}>
        {shown.map((row) => (
          <BulkLine key={row.id} journey={journey} row={row} paused={paused} onSeeRefused={onSeeRefused} />
        ))}
      </ul>
    </section>
  );
}

function isRunning({ state }: Bulk): boolean {
  return state === 'running';
}

function isRecent({ endedAt }: Bulk): boolean {
  return endedAt !== null && Date.now() - Date.parse(endedAt) < shownMs;
}

function BulkLine({
  journey,
  row,
  paused,
  onSeeRefused,
}: {
  journey: JourneyId;
  row: Bulk;
  paused: boolean;
  onSeeRefused: () => void;
}) {
  const t = useTexts<typeof texts>('journeys');
  const { number, dateTime } = useFormats();
  const may = useMayEdit();
  const [asking, setAsking] = useState(false);
  const cancel = useCancel();
  const refused = useRefusedWords(row);
  const who = { by: row.by ?? t('somebody'), time: dateTime(asInstant(Date.parse(row.startedAt))) };
  const done = row.expected === null ? undefined : number(row.expected);
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <p role={isRunning(row) ? 'status' : undefined}>
          <b>{t(titleOf({ row, paused }), { count: row.entered, entered: number(row.entered) })}</b>
          {isRunning(row) && done !== undefined && (
            <span className="muted"> {t('bulkGoneOver', { goneOver: number(row.goneOver), expected: done })}</span>
          )}
        </p>
        {may && isRunning(row) && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t('bulkCancel')}
          </Button>
        )}
      </div>
      {isRunning(row) && (
        <Progress
          value={row.expected ? (100 * row.goneOver) / row.expected : 0}
          aria-label={t('bulk')}
          color={paused ? 'idle' : 'accent'}
        />
      )}
      <p className="muted">
        {refused.length > 0 && `${t('bulkRefused', { words: refused.join(t('comma')) })} `}
        {refused.length > 0 && <FirstRefused journey={journey} row={row} onSee={onSeeRefused} />}
        {t('bulkBy', who)}
      </p>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('bulkCancelTitle')}
        action={t('bulkCancelDo')}
        danger
        onConfirm={() => cancel.mutateAsync({ bulkEnrolment: row.id })}
      >
        {t('bulkCancelHelp', { count: row.entered, entered: number(row.entered) })}
      </Confirm>
    </li>
  );
}

const mostNamed = 3;

/** The first of those who did not enter by name, and the way to all of them. */
function FirstRefused({ journey, row, onSee }: { journey: JourneyId; row: Bulk; onSee: () => void }) {
  const t = useTexts<typeof texts>('journeys');
  const nameOf = useLeadName();
  const kept = row.goneOver - row.entered - (row.refused.deleted ?? 0);
  const { data } = useQuery(
    trpc.journeys.refusals.queryOptions(
      { journey, limit: mostNamed },
      // Read anew as it goes on.
      { enabled: kept > 0, refetchInterval: isRunning(row) ? runningMs : false },
    ),
  );
  if (kept === 0) return null;
  const ofThis = (data?.rows ?? []).filter(({ lastAt }) => lastAt >= Date.parse(row.startedAt));
  const names = ofThis.map((one) => nameOf({ ...one, id: one.lead })).join(t('comma'));
  return (
    <>
      {names !== '' && `${t(kept > ofThis.length ? 'bulkRefusedFirst' : 'bulkRefusedAll', { names })} `}
      <button type="button" className="link" onClick={onSee}>
        {t('bulkRefusedSee')}
      </button>{' '}
    </>
  );
}

function useCancel() {
  const queries = useQueryClient();
  return useMutation(
    trpc.bulkEnrolments.cancel.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.bulkEnrolments.pathFilter()),
    }),
  );
}

function titleOf({ row, paused }: { row: Bulk; paused: boolean }) {
  switch (row.state) {
    case 'running':
      return paused ? 'bulkWaits' : 'bulkRuns';
    case 'done':
      return 'bulkDone';
    case 'cancelled':
      return 'bulkCancelled';
    case 'ended':
      return row.endedWhy === 'no-door' ? 'bulkNoDoor' : 'bulkStopped';
  }
}

/** 「参加中 30人」, for each reason. */
function useRefusedWords({ refused }: Bulk): readonly string[] {
  const t = useTexts<typeof texts>('journeys');
  const { number } = useFormats();
  const reasons = ['already-in', 'came-before', 'not-in-audience', 'deleted'] as const;
  return reasons.flatMap((why) => {
    const count = refused[why] ?? 0;
    return count === 0 ? [] : [t(`refused-${why}`, { count, number: number(count) })];
  });
}
