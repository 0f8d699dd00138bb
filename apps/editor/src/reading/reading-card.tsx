import type { Family } from '@sodate/journey/graph/node-contract';
import { Handle, type Node, type NodeProps, Position, useReactFlow } from '@xyflow/react';
import { type FocusEvent, memo } from 'react';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import { cardWidth, handleX, plainHeight } from '../canvas/node-geometry.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import classes from './reading-canvas.module.css';
import type { CardLook } from './reading-look.ts';

export type ReadingCardData = {
  readonly title: string;
  readonly summary: string;
  readonly family: Family;
  readonly icon: string | undefined;
  readonly outcomes: readonly { readonly id: string; readonly label: string }[];
  readonly look: CardLook;
  /** The card can be pressed. */
  readonly opens: boolean;
};

/** A card to be read: what it is, and a word on why it stands out. */
export const ReadingCard = memo(DrawnCard);

function DrawnCard({ data, positionAbsoluteX, positionAbsoluteY }: NodeProps<Node<ReadingCardData, 'card'>>) {
  const { title, summary, family, icon, outcomes, look, opens } = data;
  return (
    <article
      className={classes.card}
      data-tone={look.tone}
      data-bare={look.foot === undefined || undefined}
      aria-label={[title, look.mark, look.foot].filter(Boolean).join(' ')}
    >
      <Handle id="in" type="target" position={Position.Top} className={classes.handle ?? ''} isConnectable={false} />
      <div className={classes.head}>
        <FamilyTile family={family} icon={icon ?? canvasIcons.unknown} />
        <div>
          {opens ? (
            <PressTitle title={title} x={positionAbsoluteX} y={positionAbsoluteY} pressed={look.tone === 'here'} />
          ) : (
            <b title={title}>{title}</b>
          )}
          <small title={summary}>{summary}</small>
        </div>
      </div>
      {look.foot !== undefined && <p className={classes.foot}>{look.foot}</p>}
      {look.mark !== undefined && <span className={classes.mark}>{look.mark}</span>}
      {outcomes.length > 1 && (
        <ul className={classes.outcomes}>
          {outcomes.map(({ id, label }) => (
            <li key={id} title={label}>
              {label}
            </li>
          ))}
        </ul>
      )}
      {outcomes.map(({ id }, index) => (
        <Handle
          key={id}
          id={id}
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

/** The press itself is the canvas's; by keyboard, the card comes into the middle. */
function PressTitle({ title, x, y, pressed }: { title: string; x: number; y: number; pressed: boolean }) {
  const { setCenter, getZoom } = useReactFlow();
  const comeHere = (event: FocusEvent<HTMLButtonElement>) => {
    if (!event.currentTarget.matches(':focus-visible')) return;
    void setCenter(x + cardWidth / 2, y + plainHeight / 2, { zoom: getZoom(), duration: 200 });
  };
  return (
    <button type="button" className={classes.press} aria-pressed={pressed} title={title} onFocus={comeHere}>
      {title}
    </button>
  );
}
