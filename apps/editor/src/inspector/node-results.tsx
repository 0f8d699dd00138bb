import type { NotSentReason } from '@sodate/database/schema/enrollment';
import type { GraphNode } from '@sodate/journey/graph/graph';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { drawnOutcomes } from '../canvas/node-geometry.ts';
import { outcomesOf } from '../canvas/outcomes-of.ts';
import { useNotSentWords } from '../enrollments/use-not-sent-words.ts';
import { useCounts } from '../journeys/counts-context.ts';
import { useGraph, useJourney } from '../journeys/journey-context.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import classes from './node-results.module.css';
import { ResultPeople } from './result-people.tsx';
import type { texts } from './texts.ja.ts';

/** Which leads a number counts. */
export type ResultChoice =
  | { readonly came: 'sent' | 'opened' | 'clicked' }
  | { readonly came: 'not-sent'; readonly reason: NotSentReason };

interface Line {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** From 0 to 1, of what the line above tells of. */
  readonly share?: number;
  readonly choice?: ResultChoice;
}

/** What came of a node: who arrived, by which way they left, what was sent and what not, and why. Numbers lead to people. */
export function NodeResults({ node }: { node: GraphNode }) {
  const t = useTexts<typeof texts>('inspector');
  const { journey, role } = useJourney();
  const counts = useCounts();
  const [chosen, setChosen] = useState<string>();
  const groups = useLines({ node });
  if (counts === undefined) return null;
  const opens = role !== 'viewer';
  return (
    <div className={classes.results}>
      {groups.map(({ key, title, note, lines }) => (
        <section key={key}>
          {title !== undefined && (
            <h3>
              {title}
              {note !== undefined && <small>{note}</small>}
            </h3>
          )}
          <ul className={classes.lines}>
            {lines.map((line) => (
              <li key={line.key}>
                <ResultLine
                  line={line}
                  pressed={line.key === chosen}
                  onPress={
                    opens && line.choice !== undefined && line.count > 0
                      ? () => setChosen(line.key === chosen ? undefined : line.key)
                      : undefined
                  }
                />
                {line.choice !== undefined && line.key === chosen && (
                  <ResultPeople journey={journey} node={node.id} title={line.label} choice={line.choice} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className={classes.note}>{t('resultsNote')}</p>
    </div>
  );
}

function ResultLine({
  line: { label, count, share },
  pressed,
  onPress,
}: {
  line: Line;
  pressed: boolean;
  onPress: (() => void) | undefined;
}) {
  const { number, percent } = useFormats();
  const words = (
    <>
      <span>{label}</span>
      <b>{number(count)}</b>
      <small>{share === undefined ? '' : percent(share)}</small>
    </>
  );
  if (onPress === undefined) return <p className={classes.line}>{words}</p>;
  return (
    <button type="button" className={classes.line} aria-expanded={pressed} onClick={onPress}>
      {words}
    </button>
  );
}

const none = { sent: 0, opened: 0, clicked: 0 };

interface Group {
  readonly key: string;
  readonly title?: string;
  /** What its numbers are to be read with. */
  readonly note?: string;
  readonly lines: readonly Line[];
}

function useLines({ node }: { node: GraphNode }): readonly Group[] {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const wordNotSent = useNotSentWords();
  const { journey, types } = useJourney();
  const graph = useGraph();
  const counts = useCounts();
  const { data } = useQuery(
    trpc.journeys.nodeResults.queryOptions({ journey, node: node.id }, { refetchInterval: 15_000 }),
  );
  const figures = counts?.figures[node.id];
  const family = types.get(node.type)?.family;
  const arrived: Line[] = [
    {
      key: 'total',
      label: t(family === 'trigger' ? 'resultEntered' : 'resultArrived'),
      count: counts?.nodes[node.id]?.total ?? 0,
    },
    { key: 'week', label: t('resultWeek'), count: figures?.week ?? 0 },
  ];
  // An exit that leads nowhere is not drawn: whom nothing was sent to then went the plain way.
  const outcomes = drawnOutcomes({ node, outcomes: outcomesOf({ node, types, graph }), graph });
  const ways = outcomes.map(({ id, label }) => ({
    key: `way ${id}`,
    label: text(label),
    count: figures?.ways[id] ?? 0,
  }));
  const left = ways.reduce((sum, { count }) => sum + count, 0);
  // Right after the first of them came, nothing is counted yet: the zeros then say that they are behind.
  const awaited = family === 'message' && (counts?.nodes[node.id]?.total ?? 0) > 0 ? none : null;
  const mails = figures?.mails ?? awaited;
  // A mail of unknown fate that was opened has not been counted as sent: no share is above 1.
  const ofSent = (count: number) =>
    mails === null || mails.sent === 0 ? {} : { share: Math.min(1, count / mails.sent) };
  const sent: Line[] =
    mails === null
      ? []
      : [
          { key: 'sent', label: t('resultSent'), count: mails.sent, choice: { came: 'sent' } },
          {
            key: 'opened',
            label: t('resultOpened'),
            count: mails.opened,
            ...ofSent(mails.opened),
            choice: { came: 'opened' },
          },
          {
            key: 'clicked',
            label: t('resultClicked'),
            count: mails.clicked,
            ...ofSent(mails.clicked),
            choice: { came: 'clicked' },
          },
        ];
  const unsent = (data?.notSent ?? []).map(
    ({ reason, count }): Line => ({
      key: `not-sent ${reason}`,
      label: beginning(wordNotSent(reason) ?? reason),
      count,
      choice: { came: 'not-sent', reason },
    }),
  );
  return [
    { key: 'arrived', lines: arrived },
    { key: 'sent', title: t('resultMails'), note: t('resultMailsNote'), lines: sent },
    { key: 'not-sent', title: t('resultNotSent'), lines: unsent },
    {
      key: 'ways',
      title: t('resultWays'),
      lines:
        outcomes.length < 2 ? [] : ways.map((way) => ({ ...way, ...(left === 0 ? {} : { share: way.count / left }) })),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** English words that stand in the midst of a sentence elsewhere, at the beginning of a line. */
function beginning(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
