import type { NodeId } from '@sodate/journey/id';
import { type Instant, parseInstant } from '@sodate/journey/time/instant';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import classes from '../canvas/node-card.module.css';
import { drawnOutcomes, handleX } from '../canvas/node-geometry.ts';
import { outcomesOf } from '../canvas/outcomes-of.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { Icon } from '../parts/icon.tsx';
import own from './passage-map.module.css';
import { usePassageMap } from './passage-map-context.ts';
import type { texts } from './texts.ja.ts';

export type PassageCardNode = Node<Record<string, never>, 'card'>;

/** A node of the version as the passage saw it: lit where the lead has been, with the order of its visits. */
export const PassageCard = memo(DrawnCard);

function DrawnCard({ id }: NodeProps<PassageCardNode>) {
  const text = useText();
  const { graph, summaries, types, lit, here } = usePassageMap();
  const node = graph.nodes[id as NodeId];
  if (node === undefined) return null;
  const described = types.get(node.type);
  const family = described?.family ?? 'data';
  const title = node.title ?? (described === undefined ? node.type : text(described.title));
  const visits = lit.visits.get(node.id) ?? [];
  const outcomes = drawnOutcomes({ node, outcomes: outcomesOf({ node, types, graph }), graph });
  const summary = summaries[node.id];
  return (
    <article
      className={`${classes.card} ${own.card}`}
      data-family={family}
      data-lit={visits.length > 0 || undefined}
      data-at={lit.at === node.id || undefined}
      aria-label={title}
    >
      {described?.isTrigger !== true && (
        <Handle id="in" type="target" position={Position.Top} className={classes.handle ?? ''} isConnectable={false} />
      )}
      <div className={classes.head}>
        <FamilyTile family={family} icon={described?.icon ?? canvasIcons.unknown} />
        <div className={classes.text}>
          <h3 title={title}>{title}</h3>
          {summary !== undefined && <p title={text(summary)}>{text(summary)}</p>}
        </div>
      </div>
      <p className={`${classes.foot} ${own.foot}`}>
        {visits.length > 0 && <Visits visits={visits} />}
        {here?.node === node.id && <Here here={here} />}
      </p>
      {outcomes.length > 1 && (
        <ul className={classes.outcomes}>
          {outcomes.map((outcome) => (
            <li key={outcome.id} title={text(outcome.label)}>
              {text(outcome.label)}
            </li>
          ))}
        </ul>
      )}
      {outcomes.map((outcome, index) => (
        <Handle
          key={outcome.id}
          id={outcome.id}
          type="source"
          position={Position.Bottom}
          className={classes.handle ?? ''}
          style={{ left: handleX({ index, count: outcomes.length }) }}
          isConnectable={false}
        />
      ))}
    </article>
  );
}

/** Where it began, and which steps led here. */
function Visits({ visits }: { visits: readonly number[] }) {
  const t = useTexts<typeof texts>('enrollments');
  const steps = visits.filter((step) => step > 0);
  const words = [
    ...(steps.length < visits.length ? [t('start')] : []),
    ...(steps.length > 0 ? [t('stops', { steps: steps.join(t('listed')) })] : []),
  ];
  return <span className={own.visits}>{words.join(t('listed'))}</span>;
}

/** Where the lead stands at present, and when it goes on at the latest. */
function Here({ here }: { here: { readonly until: string | null; readonly stuck: boolean } }) {
  const t = useTexts<typeof texts>('enrollments');
  const formats = useFormats();
  const until = here.until === null || here.stuck ? undefined : parseInstant(here.until);
  const words = (write: (at: Instant) => string) =>
    [here.stuck ? t('state.stuck') : t('hereNow'), until && t('goesOn', { at: write(until) })]
      .filter(Boolean)
      .join(' ');
  return (
    <span className={own.here} data-stuck={here.stuck || undefined} title={words(formats.dateTime)}>
      <Icon name={here.stuck ? 'alert' : 'flag'} size={11} />
      <span>{words(formats.date)}</span>
    </span>
  );
}
