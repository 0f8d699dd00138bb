import { Button } from '@mantine/core';
import type { Edge } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { simulate } from '@sodate/journey/simulate/simulate';
import type { Simulation } from '@sodate/journey/simulate/simulation';
import { asInstant } from '@sodate/journey/time/instant';
import { useMemo, useState } from 'react';
import { stemWidth } from '../canvas/stem-width.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { FollowNode } from '../reading/follow-node.tsx';
import { ReadingCanvas } from '../reading/reading-canvas.tsx';
import type { CardLook, EdgeLook } from '../reading/reading-look.ts';
import { useNodeTypes } from '../reading/use-node-types.ts';
import { listResting } from './list-resting.ts';
import type { texts } from './texts.ja.ts';
import classes from './trial.module.css';
import type { RunnableTrial } from './trial-page.tsx';
import { useTitleOf } from './use-title-of.ts';

const count = 20;
const triggerExit = 'entered';
const trialMs = 400 * 86_400_000;
const reasons = ['goal', 'completed', 'exit', 'loop-limit'] as const;

/** Twenty sample leads at once: how many went which way, and where they ended. */
export function CrowdTrial({ trial, stale }: { trial: RunnableTrial; stale: boolean }) {
  const t = useTexts<typeof texts>('trial');
  const types = useNodeTypes();
  const [seed, setSeed] = useState(1);
  const [from] = useState(() => asInstant(Date.now()));
  const simulation = useMemo(() => {
    const { plan, guesses, calendars } = trial;
    const until = asInstant(from + trialMs);
    return simulate({ plan, count, seed, guesses, calendars, from, until, spreadMs: 0 });
  }, [trial, seed, from]);
  const drawn = useMemo(() => ({ graph: trial.graph, summaries: trial.summaries, types }), [trial, types]);
  const looks = useCrowdLooks({ simulation, stale });
  const [shown, setShown] = useState<{ readonly node: NodeId }>();
  // A copy each time: who has moved the canvas is brought back by the same line.
  const followed = useMemo(() => {
    const node = shown && trial.graph.nodes[shown.node];
    return node && { ...node };
  }, [trial.graph, shown]);
  return (
    <>
      <ReadingCanvas label={t('canvas')} drawn={drawn} {...looks}>
        <FollowNode node={followed} />
      </ReadingCanvas>
      <aside className={classes.side}>
        <section aria-labelledby="crowd">
          <h2 id="crowd">{t('manyTitle')}</h2>
          <p className="muted">{t('manyHelp')}</p>
          <Ends trial={trial} simulation={simulation} onShow={(node) => setShown({ node })} />
        </section>
        <div className={classes.again}>
          <Button variant="default" size="compact-sm" onClick={() => setSeed(seed + 1)}>
            {t('again')}
          </Button>
        </div>
      </aside>
    </>
  );
}

function Ends({
  trial,
  simulation,
  onShow,
}: {
  trial: RunnableTrial;
  simulation: Simulation;
  onShow: (node: NodeId) => void;
}) {
  const t = useTexts<typeof texts>('trial');
  const titleOf = useTitleOf(trial);
  return (
    <ul className={classes.ends}>
      {reasons.map((reason) => {
        const found = simulation.ended[reason];
        return (
          found !== undefined && (
            <li key={reason}>
              <span>{t(`reason-${reason}`)}</span>
              <b>{t('people', { count: found.count })}</b>
            </li>
          )
        );
      })}
      {listResting({ simulation, plan: trial.plan }).map(({ node, people, why }) => (
        <li key={`${node}/${why}`} data-why={why}>
          <span>
            <button type="button" className="link" onClick={() => onShow(node)}>
              {t(`rest-${why}`, { node: titleOf(node) })}
            </button>
            <small>{t(`restWhy-${why}`)}</small>
          </span>
          <b>{t('people', { count: people })}</b>
        </li>
      ))}
    </ul>
  );
}

function useCrowdLooks({ simulation, stale }: { simulation: Simulation; stale: boolean }) {
  const t = useTexts<typeof texts>('trial');
  const { number } = useFormats();
  return useMemo(() => {
    const tone = stale ? 'stale' : 'passed';
    const cardLook = (id: NodeId): CardLook => {
      const { arrived = 0, here = 0, stuck = 0, ended = 0 } = simulation.nodes[id] ?? {};
      if (arrived === 0) return { tone: 'pale' };
      if (here === 0 && ended === 0) return { tone, foot: t('arrived', { count: arrived }) };
      const counts = { count: arrived, ended, waiting: here - stuck, stuck };
      const parts = (['ended', 'waiting', 'stuck'] as const).filter((part) => counts[part] > 0);
      const rest = parts.map((part) => t(`of-${part}`, { count: counts[part] })).join(t('and'));
      return { tone, foot: ended === arrived ? rest : t('arrivedOf', { count: arrived, rest }) };
    };
    const edgeLook = ({ from, outcome }: Edge): EdgeLook => {
      const outcomes = simulation.nodes[from]?.outcomes;
      // A trigger is left as "entered", by the only way it has.
      const passed = outcomes?.[outcome] ?? outcomes?.[triggerExit] ?? 0;
      if (passed === 0) return { tone: 'pale' };
      return { tone, label: number(passed), width: stemWidth({ count: passed, most: count }) };
    };
    return { cardLook, edgeLook };
  }, [simulation, stale, t, number]);
}
