import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import type { NodeTypeTable } from '../canvas/outcomes-of.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { SentMailDialog } from '../mails/sent-mail-dialog.tsx';
import { BackLink } from '../parts/back-link.tsx';
import { isDialogOpen } from '../parts/is-dialog-open.ts';
import { PendingScreen } from '../parts/pending-screen.tsx';
import { unbroken } from '../parts/unbroken.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { byType } from '../reading/by-type.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { edgeBetween, litPath } from './lit-path.ts';
import own from './passage-map.module.css';
import { PassageMap } from './passage-map.tsx';
import { PassageMapContext } from './passage-map-context.ts';
import type { Passage, PassageGraph, PassageStep } from './passage-types.ts';
import type { texts } from './texts.ja.ts';
import { usePassageSteps } from './use-passage-steps.ts';
import { WalkPanel } from './walk-panel.tsx';

/** A passage on the canvas of its version: the way it went, where it stands, and a walk along its steps. */
export function PassageMapPage() {
  const { enrollment } = useParams({ from: '/enrollments/$enrollment/canvas' });
  const { data: passage } = useQuery(trpc.enrollments.get.queryOptions({ enrollment }, { refetchInterval: 5_000 }));
  const { data: drawn } = useQuery(
    trpc.enrollments.graph.queryOptions({ enrollment }, { staleTime: 60_000, refetchOnWindowFocus: false }),
  );
  const { rows, complete } = usePassageSteps({ enrollment });
  if (passage === undefined || drawn === undefined || rows.length === 0) return <PendingScreen />;
  return <Drawn passage={passage} drawn={drawn} steps={rows} complete={complete} />;
}

function Drawn({
  passage,
  drawn,
  steps,
  complete,
}: {
  passage: Passage;
  drawn: PassageGraph;
  steps: readonly PassageStep[];
  complete: boolean;
}) {
  const t = useTexts<typeof texts>('enrollments');
  const leadName = useLeadName();
  // Undefined: at the present, whatever steps are still to come.
  const [chosen, setChosen] = useState<number>();
  const last = steps.length - 1;
  const index = Math.min(chosen ?? last, last);
  const walkTo = (to: number) => setChosen(to >= last ? undefined : Math.max(0, to));
  useArrowKeys({ index, last, walkTo });
  const parts = useMapParts({ passage, drawn, steps: steps.slice(0, index + 1), present: index === last });
  if (parts === undefined) return <PendingScreen />;
  const name = leadName(passage.lead);
  return (
    <div className={own.screen}>
      <header className={own.bar}>
        <BackLink to="/enrollments/$enrollment" params={{ enrollment: passage.id }}>
          {t('toPassage')}
        </BackLink>
        <h1 className={own.name}>{unbroken(name)}</h1>
        <span className="muted">
          {t('above', { journey: passage.journey.name, version: drawn.version })}
          {passage.test && ` · ${t('test')}`}
        </span>
        <EditLink passage={passage} node={parts.lit.at} types={parts.types} graph={drawn.graph} />
      </header>
      <main className={own.columns}>
        <ReactFlowProvider>
          <PassageMapContext value={parts}>
            <PassageMap />
          </PassageMapContext>
        </ReactFlowProvider>
        <WalkPanel passage={passage} steps={steps} index={index} onWalk={walkTo} complete={complete} />
      </main>
      <SentMailDialog />
    </div>
  );
}

/** To the journey's editor, at the node where the walk stands; a sales manager changes nodes of the sales family only. */
function EditLink({
  passage,
  node,
  graph,
  types,
}: {
  passage: Passage;
  node: NodeId | undefined;
  graph: Graph;
  types: NodeTypeTable;
}) {
  const t = useTexts<typeof texts>('enrollments');
  const { role } = useSession().person;
  // On a phone a journey is read, not drawn.
  const wide = useIsWide();
  const type = node === undefined ? undefined : graph.nodes[node]?.type;
  const isSales = type !== undefined && types.get(type)?.family === 'sales';
  const draws = role === 'admin' || role === 'marketer' || (role === 'sales-manager' && isSales);
  if (!wide || !draws) return null;
  return (
    <Link
      className={`link ${own.edit}`}
      to="/journeys/$journey"
      params={{ journey: passage.journey.id }}
      search={node === undefined ? {} : { node }}
    >
      {t('edit')}
    </Link>
  );
}

function useMapParts({
  passage,
  drawn,
  steps,
  present,
}: {
  passage: Passage;
  drawn: PassageGraph;
  steps: readonly PassageStep[];
  present: boolean;
}) {
  const { data: installed } = useQuery(
    trpc.nodeTypes.list.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const lit = useMemo(() => {
    const { edges }: Graph = drawn.graph;
    return litPath({ steps, edgeOf: (way) => edgeBetween({ edges, way }) });
  }, [drawn, steps]);
  if (installed === undefined) return undefined;
  const types = byType(installed.described);
  const { state, at } = passage;
  const here =
    present && state !== 'ended'
      ? { node: at.id, until: state === 'resting' ? at.until : null, stuck: state === 'stuck' }
      : undefined;
  return { graph: drawn.graph, summaries: drawn.summaries, types, lit, here };
}

/** ← and → walk one step, Home and End to the ends; wherever nothing else takes these keys. */
function useArrowKeys({ index, last, walkTo }: { index: number; last: number; walkTo: (to: number) => void }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isDialogOpen()) return;
      const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      walkTo(to);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
