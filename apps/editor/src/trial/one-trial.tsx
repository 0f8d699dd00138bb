import { Button } from '@mantine/core';
import type { Edge } from '@sodate/journey/graph/graph';
import type { LeadId, NodeId } from '@sodate/journey/id';
import type { Choices } from '@sodate/journey/simulate/chosen-world';
import { type TriedPassage, tryPassage } from '@sodate/journey/simulate/try-passage';
import { asInstant } from '@sodate/journey/time/instant';
import { useMemo, useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { ReadingCanvas } from '../reading/reading-canvas.tsx';
import type { CardLook, EdgeLook, Tone } from '../reading/reading-look.ts';
import { useNodeTypes } from '../reading/use-node-types.ts';
import { LeadChoice } from './lead-choice.tsx';
import { PathList } from './path-list.tsx';
import { StartChoice } from './start-choice.tsx';
import type { texts } from './texts.ja.ts';
import classes from './trial.module.css';
import type { RunnableTrial } from './trial-page.tsx';

const minuteMs = 60_000;
const trialMs = 400 * 86_400_000;

/** One lead, step by step: the way it took is lit, and what happens where it waits can be chosen. */
export function OneTrial({
  trial,
  stale,
  lead,
  onLead,
}: {
  trial: RunnableTrial;
  stale: boolean;
  lead: LeadId | undefined;
  onLead: (lead: LeadId | undefined) => void;
}) {
  const t = useTexts<typeof texts>('trial');
  const types = useNodeTypes();
  const [start, setStart] = useState({ entry: 0, at: asInstant(Math.floor(Date.now() / minuteMs) * minuteMs) });
  const [choices, setChoices] = useState<Choices>({});
  const [seed, setSeed] = useState(1);
  const [shown, setShown] = useState(1);
  const passage = useMemo(() => runTrial({ trial, start, choices, seed }), [trial, start, choices, seed]);
  const drawn = useMemo(() => ({ graph: trial.graph, summaries: trial.summaries, types }), [trial, types]);
  const looks = usePassedLooks({ passage, shown, stale });
  const begin = (change: () => void) => {
    change();
    setShown(1);
  };
  const all = passage.visits.length;
  return (
    <>
      <ReadingCanvas label={t('canvas')} drawn={drawn} {...looks} />
      <aside className={classes.side}>
        <LeadChoice lead={lead} onLead={(next) => begin(() => onLead(next))} />
        <StartChoice trial={trial} start={start} onStart={(next) => begin(() => setStart(next))} />
        <PathList
          trial={trial}
          passage={passage}
          shown={Math.min(shown, all)}
          onChoose={(key, outcome) => setChoices(withChoice({ choices, key, outcome }))}
        />
        <div className={classes.again}>
          <Button variant="default" size="compact-sm" onClick={() => begin(() => setChoices({}))}>
            {t('fromStart')}
          </Button>
          <Button variant="default" size="compact-sm" title={t('anotherHelp')} onClick={() => setSeed(seed + 1)}>
            {t('another')}
          </Button>
        </div>
      </aside>
      <Stepper passage={passage} shown={Math.min(shown, all)} onShow={setShown} />
    </>
  );
}

function runTrial(given: {
  trial: RunnableTrial;
  start: { entry: number; at: Parameters<typeof tryPassage>[0]['enterAt'] };
  choices: Choices;
  seed: number;
}): TriedPassage {
  const { trial, start, choices, seed } = given;
  const { plan, guesses, calendars, answers, unmailable } = trial;
  const entry = plan.entries[start.entry] ?? plan.entries[0];
  // A plan without a trigger has an error, and is not compiled.
  if (entry === undefined) return { visits: [], stuck: false };
  const until = asInstant(start.at + trialMs);
  const known = answers === null ? {} : { answers, unmailable };
  return tryPassage({ plan, entry, enterAt: start.at, until, choices, guesses, calendars, seed, ...known });
}

function withChoice(given: { choices: Choices; key: string; outcome: string | undefined }): Choices {
  const { choices, key, outcome } = given;
  const { [key]: _, ...others } = choices;
  return outcome === undefined ? others : { ...others, [key]: outcome };
}

function usePassedLooks({ passage, shown, stale }: { passage: TriedPassage; shown: number; stale: boolean }) {
  const t = useTexts<typeof texts>('trial');
  const { dateTime } = useFormats();
  return useMemo(() => {
    const passed: Tone = stale ? 'stale' : 'passed';
    const visits = passage.visits.slice(0, shown);
    const cards = new Map<NodeId, CardLook>();
    const edges = new Set<string>();
    visits.forEach(({ node, arrivedAt }, index) => {
      const isHere = index === visits.length - 1;
      const tone = isHere && !stale ? 'here' : passed;
      cards.set(node, { tone, foot: dateTime(arrivedAt), ...(isHere ? { mark: t('here') } : {}) });
      const before = visits[index - 1];
      if (before !== undefined) edges.add(`${before.node}/${before.outcome}>${node}`);
    });
    const cardLook = (id: NodeId): CardLook => cards.get(id) ?? { tone: 'pale' };
    const edgeLook = ({ from, outcome, to }: Edge): EdgeLook => {
      // A trigger is left as "entered", by the only way it has.
      const isLit = edges.has(`${from}/${outcome}>${to}`) || edges.has(`${from}/entered>${to}`);
      return { tone: isLit ? passed : 'pale' };
    };
    return { cardLook, edgeLook };
  }, [passage, shown, stale, dateTime, t]);
}

/** The virtual clock: a step back, a step on, or all the way. */
function Stepper({
  passage,
  shown,
  onShow,
}: {
  passage: TriedPassage;
  shown: number;
  onShow: (shown: number) => void;
}) {
  const t = useTexts<typeof texts>('trial');
  const { dateTime, span } = useFormats();
  const all = passage.visits.length;
  const first = passage.visits[0];
  const here = passage.visits[shown - 1];
  return (
    <footer className={classes.stepper}>
      <Button
        variant="default"
        px={10}
        aria-label={t('previous')}
        disabled={shown <= 1}
        onClick={() => onShow(shown - 1)}
      >
        <Icon name="left" />
      </Button>
      <Button disabled={shown >= all} onClick={() => onShow(shown + 1)}>
        {t('next')}
      </Button>
      <Button variant="default" disabled={shown >= all} onClick={() => onShow(all)}>
        {t('toEnd')}
      </Button>
      {here !== undefined && first !== undefined && (
        <p aria-live="polite">
          <b>{dateTime(here.arrivedAt)}</b>
          {here.arrivedAt > first.arrivedAt && (
            <span>{t('sinceEntry', { span: span(here.arrivedAt - first.arrivedAt) })}</span>
          )}
        </p>
      )}
    </footer>
  );
}
