import type { GraphNode } from '@sodate/journey/graph/graph';
import type { Outcome } from '@sodate/journey/graph/node-contract';
import type { NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useCounts } from '../journeys/counts-context.ts';
import { useDraft, useJourney, useMayChange, useNode } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { canvasIcons } from './canvas-icons.ts';
import { CardCompany } from './card-company.tsx';
import { CardFoot } from './card-foot.tsx';
import { CardProblem, ProblemMark } from './card-problem.tsx';
import { useChangedNodes } from './changed-context.ts';
import { useDetail } from './detail-context.ts';
import { divideCard } from './divide-card.ts';
import { HeldMark } from './held-mark.tsx';
import classes from './node-card.module.css';
import { drawnOutcomes, handleX } from './node-geometry.ts';
import { outcomesOf } from './outcomes-of.ts';
import { SmallCard } from './small-card.tsx';
import type { texts } from './texts.ja.ts';
import { useCardProblem } from './use-card-problem.ts';
import type { CardNode } from './use-flow-elements.ts';

const none: Text = { ja: '', en: '' };

/** The one card that stands for every node, whatever its type. */
export const NodeCard = memo(CardAtThisSize);

/** Zoomed out, a card turns into what can be read at that size. */
function CardAtThisSize(props: NodeProps<CardNode>) {
  const detail = useDetail();
  return detail === 'full' ? (
    <DrawnCard {...props} />
  ) : (
    <SmallCard node={props.id as NodeId} detail={detail} handles={props.data.handles} />
  );
}

function DrawnCard({ id }: NodeProps<CardNode>) {
  const nodeId = id as NodeId;
  const node = useNode(nodeId);
  const { types, state, heldNodes } = useJourney();
  const held = heldNodes.some((one) => one.node === nodeId);
  const text = useText();
  const t = useTexts<typeof texts>('canvas');
  const summary = useDraft(({ summaries }) => summaries[nodeId]) ?? none;
  const { problem, quiet, isError } = useCardProblem(nodeId);
  const counts = useCounts();
  const count = counts?.nodes[nodeId];
  const change = useChangedNodes().get(nodeId);
  const mayChange = useMayChange(node?.type);
  const outcomes = useDrawnOutcomes(node);
  if (node === undefined) return null;
  const described = types.get(node.type);
  const { line: said, shownProblem } = divideCard({
    summary,
    problem,
    isMissing: described === undefined,
    isLive: counts !== undefined,
  });
  const line = text(said);
  const family = described?.family ?? 'data';
  const title = node.title ?? (described === undefined ? node.type : text(described.title));
  return (
    <article
      className={classes.card}
      data-family={family}
      data-problem={isError || undefined}
      data-bare={(counts === undefined && shownProblem === undefined) || undefined}
      data-stuck={(count?.stuck ?? 0) > 0 || undefined}
      data-paused={state === 'paused' || held || undefined}
      aria-label={t('cardName', { family: t(`family-${family}`), title, summary: line })}
    >
      {described?.isTrigger !== true && (
        <Handle
          id="in"
          type="target"
          position={Position.Top}
          className={classes.handle ?? ''}
          isConnectable={mayChange}
        />
      )}
      <div className={classes.head}>
        <FamilyTile family={family} icon={described?.icon ?? canvasIcons.unknown} />
        <div className={classes.text}>
          <h2 title={title}>{title}</h2>
          <p title={line} data-missing={described === undefined || undefined}>
            {line}
          </p>
        </div>
      </div>
      <CardCompany node={nodeId} />
      {held && <HeldMark />}
      {change !== undefined && <span className={classes.changed}>{t(change)}</span>}
      {shownProblem === undefined ? (
        <CardFoot node={nodeId} family={family} isTrigger={described?.isTrigger === true} outcomes={outcomes} />
      ) : (
        <CardProblem problem={shownProblem} quiet={quiet} />
      )}
      {outcomes.length > 1 && (
        <ul className={classes.outcomes} aria-label={t('outcomes')}>
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
          isConnectable={mayChange}
          data-outcome={outcome.id}
        />
      ))}
      {isError && <ProblemMark />}
    </article>
  );
}

/** Follows the edges of this card only, so that a change elsewhere does not draw it again. */
function useDrawnOutcomes(node: GraphNode | undefined): readonly Outcome[] {
  const { types, draft } = useJourney();
  const all = useMemo(
    () => (node === undefined ? [] : outcomesOf({ node, types, graph: draft.getState().graph })),
    [node, types, draft],
  );
  const shown = useDraft(({ graph }) =>
    node === undefined
      ? ''
      : drawnOutcomes({ node, outcomes: all, graph })
          .map(({ id }) => id)
          .join('|'),
  );
  return useMemo(() => {
    const ids = new Set(shown.split('|'));
    return all.filter(({ id }) => ids.has(id));
  }, [all, shown]);
}
