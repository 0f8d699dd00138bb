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
import { ReadingCanvas } from '../reading/reading-canvas.tsx';
import type { CardLook, EdgeLook } from '../reading/reading-look.ts';
import { useNodeTypes } from '../reading/use-node-types.ts';
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
  return (
    <>
      <ReadingCanvas label={t('canvas')} drawn={drawn} {...looks} />
      <aside className={classes.side}>
        <section aria-labelledby="crowd">
          <h2 id="crowd">{t('manyTitle')}</h2>
          <p className="muted">{t('manyHelp')}</p>
          <Ends trial={trial} simulation={simulation} />
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

function Ends({ trial, simulation }: { trial: RunnableTrial; simulation: Simulation }) {
  const t = useTexts<typeof texts>('trial');
  const titleOf = useTitleOf(trial);
  const ended = reasons.flatMap((reason) => {
    const found = simulation.ended[reason];
    return found === undefined ? [] : [{ words: t(`reason-${reason}`), people: found.count }];
  });
  const resting = Object.entries(simulation.nodes).flatMap(([node, { here }]) =>
    here === 0 ? [] : [{ words: t('resting', { node: titleOf(node as NodeId) }), people: here }],
  );
  return (
    <ul className={classes.ends}>
      {[...ended, ...resting].map(({ words, people }) => (
        <li key={words}>
          <span>{words}</span>
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
      const arrived = simulation.nodes[id]?.arrived ?? 0;
      return arrived === 0 ? { tone: 'pale' } : { tone, foot: t('arrived', { count: arrived }) };
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
