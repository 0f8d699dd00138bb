import { useReactFlow } from '@xyflow/react';
import { useJourney } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { TemplateButtons } from '../templates/template-buttons.tsx';
import { useTakeTemplate } from '../templates/use-take-template.ts';
import { canvasMiddle } from './canvas-middle.ts';
import classes from './empty-canvas.module.css';
import { focusCard } from './focus-card.ts';
import type { texts } from './texts.ja.ts';
import { useAddNode } from './use-add-node.ts';
import { useDrawableTypes } from './use-drawable-types.ts';

/** An empty canvas asks how leads come in, and offers the templates. */
export function EmptyCanvas({ draws }: { draws: boolean }) {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const { right, canvas } = useJourney();
  const { screenToFlowPosition } = useReactFlow();
  const add = useAddNode();
  const triggers = useDrawableTypes().filter(({ isTrigger }) => isTrigger);
  const { take, taking } = useTakeTemplate();
  if (!draws || right !== 'all') {
    return (
      <div className={classes.empty}>
        <p>{t('emptyToRead')}</p>
      </div>
    );
  }
  return (
    <div className={classes.empty}>
      <div>
        <h2>{t('emptyTitle')}</h2>
        <p>{t('emptyHelp')}</p>
      </div>
      <div className={classes.triggers}>
        {triggers.map((described) => (
          <button
            key={described.type}
            type="button"
            className={classes.trigger}
            onClick={() => {
              const at = screenToFlowPosition({ ...canvasMiddle(), y: canvasMiddle().y / 2 });
              const id = add({ described, spot: { kind: 'point', at } });
              if (id === undefined) return;
              // What it waits for is asked at once; Tab goes on drawing.
              canvas.openPanel({ kind: 'node', tab: 'settings' });
              focusCard(id);
            }}
          >
            <FamilyTile family={described.family} icon={described.icon} />
            <span>
              <b>{text(described.title)}</b>
              <small>{text(described.description)}</small>
            </span>
          </button>
        ))}
      </div>
      <div className={classes.templates}>
        <h3>{t('orTemplate')}</h3>
        <TemplateButtons busy={taking} onChoose={({ id }) => void take(id)} />
      </div>
    </div>
  );
}
