import { edgeIdOf, type GraphNode } from '@sodate/journey/graph/graph';
import { outcomesOf } from '../canvas/outcomes-of.ts';
import { useGraph, useJourney } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './inspector.module.css';
import type { texts } from './texts.ja.ts';

/** What leads to a node where ways end: each outcome, and the node that it belongs to; a press goes there. */
export function Origins({ node }: { node: GraphNode }) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { types, canvas } = useJourney();
  const graph = useGraph();
  const origins = Object.values(graph.edges)
    .filter(({ to }) => to === node.id)
    .flatMap((edge) => {
      const from = graph.nodes[edge.from];
      if (from === undefined) return [];
      const outcomes = outcomesOf({ node: from, types, graph });
      const outcome = outcomes.find(({ id }) => id === edge.outcome);
      const type = types.get(from.type);
      return [
        {
          key: edgeIdOf({ from: edge.from, outcome: edge.outcome }),
          from: from.id,
          title: from.title ?? (type === undefined ? from.type : text(type.title)),
          outcome: outcome === undefined || outcomes.length === 1 ? undefined : text(outcome.label),
        },
      ];
    });
  if (origins.length === 0) return null;
  return (
    <section className={classes.targets}>
      <h3>{t('origins')}</h3>
      <ul className={classes.origins}>
        {origins.map(({ key, from, title, outcome }) => (
          <li key={key}>
            <button type="button" onClick={() => canvas.select([from])}>
              {title}
            </button>
            {outcome !== undefined && <small>{outcome}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
