import { type Edge, edgeIdOf, type Graph } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';
import type { JourneyDifference } from '@sodate/services/journey/read-difference';
import { useMemo } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { ReadingCanvas } from '../reading/reading-canvas.tsx';
import type { CardLook, EdgeLook } from '../reading/reading-look.ts';
import { useNodeTypes } from '../reading/use-node-types.ts';
import type { texts } from './texts.ja.ts';

/** Both sides in one picture: what is gone is drawn where it was, dashed. `plain`: nothing stands out, where all is new. */
export function DifferenceCanvas({ difference, plain }: { difference: JourneyDifference; plain: boolean }) {
  const t = useTexts<typeof texts>('versions');
  const types = useNodeTypes();
  const drawn = useMemo(
    () => ({
      types,
      graph: unite(difference),
      summaries: { ...difference.before.summaries, ...difference.after.summaries },
    }),
    [difference, types],
  );
  const looks = useMemo(() => {
    const marks = (plain ? [] : difference.changes).map(({ node, kind }): [NodeId, CardLook] => [
      node,
      { tone: kind, mark: t(`kind-${kind}`) },
    ]);
    return new Map(marks);
  }, [difference, plain, t]);
  const edgeLook = useMemo(() => {
    const { before, after } = difference;
    return (edge: Edge): EdgeLook => {
      if (plain) return {};
      const id = edgeIdOf(edge);
      const isThere = after.graph.edges[id]?.to === edge.to;
      if (!isThere) return { tone: 'removed', label: t('kind-removed') };
      return before.graph.edges[id]?.to === edge.to ? {} : { tone: 'added', label: t('kind-added') };
    };
  }, [difference, plain, t]);
  const cardLook = useMemo(() => (id: NodeId) => looks.get(id) ?? {}, [looks]);
  return <ReadingCanvas label={t('canvas')} drawn={drawn} cardLook={cardLook} edgeLook={edgeLook} />;
}

/** An edge that leads elsewhere now is drawn twice; the old one stands under a name of its own. */
function unite({ before, after }: JourneyDifference): Graph {
  const old = Object.values(before.graph.edges)
    .filter(({ id, to }) => after.graph.edges[id]?.to !== to)
    .map((edge) => ({ ...edge, id: asId<'edge'>(`${edge.id}#before`) }));
  return {
    ...after.graph,
    nodes: { ...before.graph.nodes, ...after.graph.nodes },
    edges: { ...after.graph.edges, ...Object.fromEntries(old.map((edge) => [edge.id, edge])) },
  };
}
