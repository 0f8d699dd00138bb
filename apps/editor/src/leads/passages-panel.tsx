import { parseInstant } from '@sodate/journey/time/instant';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isSoon } from '../enrollments/is-soon.ts';
import { useTryWords } from '../enrollments/use-try-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import type { ListedPassage } from './lead-types.ts';
import classes from './passages-panel.module.css';
import { RefusalLines } from './refusal-lines.tsx';
import { RemovePassage } from './remove-passage.tsx';
import { TestMark } from './test-mark.tsx';
import type { texts } from './texts.ja.ts';

const underWayMs = 1_000;
const restingMs = 15_000;

/** The journeys this lead is in, where it stands in each, and those it has left. */
export function PassagesPanel({ lead, mayRemove }: { lead: string; mayRemove: boolean }) {
  const t = useTexts<typeof texts>('leads');
  const { data } = useQuery(
    trpc.leads.passages.queryOptions(
      { lead },
      { refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? underWayMs : restingMs) },
    ),
  );
  useHistoryOnceAtRest({ underWay: data?.some(isUnderWay) ?? false });
  if (data === undefined) return null;
  return (
    <Panel title={t('passages')}>
      {data.length === 0 && <p className="muted">{t('noPassages')}</p>}
      <ul className={classes.passages}>
        {data.map((passage) => (
          <li key={passage.id}>
            {passage.state === 'ended' ? (
              <Past passage={passage} />
            ) : (
              <Present passage={passage} mayRemove={mayRemove} />
            )}
          </li>
        ))}
      </ul>
      <RefusalLines lead={lead} />
    </Panel>
  );
}

/** Between two rests: that takes seconds, and whoever added the lead waits for it; but for a try that is still far off. */
function isUnderWay({ state, nextTry }: ListedPassage): boolean {
  if (state === 'moving') return true;
  return state === 'acting' && (nextTry === null || isSoon(nextTry.at));
}

/** What a passage did until it rested stands in the history: it is read at once, not at its next turn. */
function useHistoryOnceAtRest({ underWay }: { underWay: boolean }): void {
  const queries = useQueryClient();
  const was = useRef(underWay);
  useEffect(() => {
    if (was.current && !underWay) void queries.invalidateQueries(trpc.leads.timeline.pathFilter());
    was.current = underWay;
  }, [underWay, queries]);
}

function Present({ passage, mayRemove }: { passage: ListedPassage; mayRemove: boolean }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const formats = useFormats();
  const tryWords = useTryWords();
  return (
    <>
      <p className={classes.head}>
        <b>{passage.journey.name}</b>
        {passage.test && <TestMark />}
        <span className={classes.version}>v{passage.version}</span>
      </p>
      <p className={passage.state === 'stuck' ? `${classes.at} ${classes.stuck}` : classes.at}>
        {text(passage.node.title)}
        <small role="status">
          {passage.state === 'acting' && (passage.nextTry === null ? t('sending') : tryWords(passage.nextTry))}
          {passage.state === 'moving' && t('moving')}
          {passage.state === 'stuck' &&
            (passage.stuckWhy === null ? t('stuck') : t('stuckBecause', { why: text(passage.stuckWhy) }))}
          {passage.state === 'resting' &&
            passage.until !== null &&
            t('until', { at: formats.dateTime(parseInstant(passage.until)) })}
        </small>
      </p>
      <div className={classes.ways}>
        <a className="link" href={`/enrollments/${passage.id}`}>
          {t(passage.state === 'stuck' && mayRemove ? 'toWaysOut' : 'toPassage')}
        </a>
        {mayRemove && <RemovePassage passage={passage} />}
      </div>
    </>
  );
}

function Past({ passage }: { passage: ListedPassage }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const wordEnd = ({ reason, removedBy }: ListedPassage) =>
    removedBy === null ? reason && t(`reason.${reason}`) : t('removedBy', { name: removedBy });
  const at = passage.endedAt === null ? '' : formats.date(parseInstant(passage.endedAt));
  return (
    <>
      <p className={classes.head}>
        <a href={`/enrollments/${passage.id}`} className="link">
          {passage.journey.name}
        </a>
        <span className={classes.ended}>{t('ended')}</span>
      </p>
      <small className="muted">{[wordEnd(passage), at].filter(Boolean).join(' · ')}</small>
    </>
  );
}
