import type { GraphNode } from '@sodate/journey/graph/graph';
import { useGraph, useJourney } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './inspector.module.css';
import { listOrigins } from './list-origins.ts';
import type { texts } from './texts.ja.ts';

/** What leads to a node where ways end: each outcome, and the node that it belongs to; a press goes there. */
export function Origins({ node }: { node: GraphNode }) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { types, canvas } = useJourney();
  const origins = listOrigins({ graph: useGraph(), types, node: node.id });
  if (origins.length === 0) return null;
  return (
    <section className={classes.targets}>
      <h3>{t('origins')}</h3>
      <ul className={classes.origins}>
        {origins.map(({ edge, from, title, outcome }) => (
          <li key={edge}>
            <button type="button" onClick={() => canvas.select([from])}>
              {text(title)}
            </button>
            {outcome !== undefined && <small>{text(outcome)}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
