import { Button } from '@mantine/core';
import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { Graph, GraphNode } from '@sodate/journey/graph/graph';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { Icon } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './starter.module.css';
import type { texts } from './texts.ja.ts';
import { useStartJourney } from './use-start-journey.ts';

const mostShown = 5;

/** The template as its first nodes in a row, and the button that makes it one's own. */
export function Starter() {
  const t = useTexts<typeof texts>('home');
  const { data: graph } = useQuery(trpc.journeys.template.queryOptions({ template: 'document-request' }));
  const { data: types } = useQuery(trpc.nodeTypes.list.queryOptions());
  const { start, starting } = useStartJourney();
  const name = t('empty.starter');
  return (
    <section className={classes.starter} aria-label={name}>
      <ol className={classes.nodes}>
        {graph !== undefined &&
          types !== undefined &&
          mainLine(graph).map((node) => (
            <NodeInRow key={node.id} node={node} type={types.described.find(({ type }) => type === node.type)} />
          ))}
      </ol>
      <div className={classes.foot}>
        <div>
          <h2>{name}</h2>
          {graph !== undefined && <p>{t('empty.starterHelp', { count: Object.keys(graph.nodes).length })}</p>}
        </div>
        <Button
          size="md"
          loading={starting}
          rightSection={<Icon name="right" />}
          onClick={() => start({ name, template: 'document-request' })}
        >
          {t('empty.start')}
        </Button>
      </div>
    </section>
  );
}

function NodeInRow({ node, type }: { node: GraphNode; type: DescribedNode | undefined }) {
  const text = useText();
  if (type === undefined) return null;
  const typeTitle = text(type.title);
  const title = node.title ?? typeTitle;
  return (
    <li className={classes.place}>
      <div className={classes.node}>
        <FamilyTile family={type.family} icon={type.icon} />
        <div className={classes.words}>
          <b>{title}</b>
          {title !== typeTitle && <small>{typeTitle}</small>}
        </div>
      </div>
    </li>
  );
}

/** From the trigger on, always by the first outcome: the way the template is meant to go. */
function mainLine(graph: Graph): readonly GraphNode[] {
  const edges = Object.values(graph.edges);
  const arrived = new Set(edges.map(({ to }) => to));
  const line: GraphNode[] = [];
  let at = Object.values(graph.nodes).find(({ id }) => !arrived.has(id) && edges.some(({ from }) => from === id));
  while (at !== undefined && line.length < mostShown) {
    line.push(at);
    const { id } = at;
    const edge = edges.find(({ from }) => from === id);
    const next = edge === undefined ? undefined : graph.nodes[edge.to];
    at = next === undefined || line.includes(next) ? undefined : next;
  }
  return line;
}
