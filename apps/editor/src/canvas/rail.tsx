import type { DescribedNode } from '@sodate/journey/graph/described-node';
import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useRef } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { Icon } from '../parts/icon.tsx';
import { canvasMiddle } from './canvas-middle.ts';
import { focusCard } from './focus-card.ts';
import classes from './rail.module.css';
import { spotForNext } from './spot-for-next.ts';
import type { texts } from './texts.ja.ts';
import { useAddNode } from './use-add-node.ts';
import { useDrawableTypes } from './use-drawable-types.ts';
import { useIsMoreBelow } from './use-is-more-below.ts';

/** What a dragged node type travels under. */
export const nodeTypeMime = 'application/x-sodate-node-type';

/** The palette at the left edge: drag a node type onto the canvas, or press it to add it after the selected node. */
export function Rail() {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const { draft, canvas, types } = useJourney();
  const flow = useReactFlow();
  const add = useAddNode();
  const drawable = useDrawableTypes();
  const groups = groupByFamily(drawable);
  const rail = useRef<HTMLElement>(null);
  const isMore = useIsMoreBelow({ rail, count: drawable.length });
  const where = () => ({ canvas, draft, middle: flow.screenToFlowPosition(canvasMiddle()) });

  function onDragStart({ event, described }: { event: DragEvent; described: DescribedNode }): void {
    event.dataTransfer.setData(nodeTypeMime, described.type);
    event.dataTransfer.effectAllowed = 'copy';
  }

  return (
    <aside ref={rail} className={classes.rail} aria-label={t('addNode')}>
      <button
        type="button"
        className={classes.find}
        onClick={(event) => {
          const { right, top } = event.currentTarget.getBoundingClientRect();
          canvas.openPalette({
            screen: { x: right + 10, y: top },
            spot: spotForNext({ ...where(), isTrigger: false }),
          });
        }}
      >
        <Icon name="search" size={19} />
        <span>{t('find')}</span>
        <kbd>Tab</kbd>
      </button>
      {groups.map((group) => (
        <ul key={group[0]?.family}>
          {group.map((described) => (
            <li key={described.type}>
              <button
                type="button"
                className={classes.item}
                draggable
                title={`${text(described.title)}: ${text(described.description)}`}
                data-node-type={described.type}
                onDragStart={(event) => onDragStart({ event, described })}
                onClick={() => {
                  const id = add({
                    described,
                    spot: spotForNext({ ...where(), isTrigger: described.isTrigger, types }),
                  });
                  if (id === undefined) return;
                  canvas.openPanel({ kind: 'node', tab: 'settings' });
                  focusCard(id);
                }}
              >
                <FamilyTile family={described.family} icon={described.icon} size="sm" />
                <span>{text(described.short ?? described.title)}</span>
              </button>
            </li>
          ))}
        </ul>
      ))}
      {isMore && (
        <button
          type="button"
          className={classes.more}
          aria-label={t('railMore')}
          title={t('railMore')}
          onClick={() => rail.current?.scrollBy({ top: rail.current.clientHeight / 2 })}
        >
          <Icon name="down" size={16} />
        </button>
      )}
    </aside>
  );
}

function groupByFamily(types: readonly DescribedNode[]): readonly DescribedNode[][] {
  const groups = new Map<string, DescribedNode[]>();
  for (const described of types) {
    const group = groups.get(described.family);
    if (group === undefined) groups.set(described.family, [described]);
    else group.push(described);
  }
  return [...groups.values()];
}
