import { Button } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { showError } from '../server/show-error.ts';
import { server } from '../server/trpc.ts';
import { canvasMiddle } from './canvas-middle.ts';
import { planPaste } from './copied-branch.ts';
import classes from './empty-canvas.module.css';
import { focusCard } from './focus-card.ts';
import { freshId } from './fresh-id.ts';
import type { texts } from './texts.ja.ts';
import { useAddNode } from './use-add-node.ts';
import { useDrawableTypes } from './use-drawable-types.ts';

/** An empty canvas asks how leads come in, and offers the template. */
export function EmptyCanvas({ draws }: { draws: boolean }) {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const { draft, right } = useJourney();
  const { screenToFlowPosition, fitView } = useReactFlow();
  const add = useAddNode();
  const triggers = useDrawableTypes().filter(({ isTrigger }) => isTrigger);
  const [loading, setLoading] = useState(false);
  if (!draws || right !== 'all') {
    return (
      <div className={classes.empty}>
        <p>{t('emptyToRead')}</p>
      </div>
    );
  }
  const takeTemplate = async () => {
    setLoading(true);
    try {
      const graph = await server.journeys.template.query({ template: 'document-request' });
      const branch = { sodate: 'nodes' as const, nodes: Object.values(graph.nodes), edges: Object.values(graph.edges) };
      draft.dispatch(
        planPaste({ graph: draft.getState().graph, branch, at: { x: 0, y: 0 }, newId: () => freshId('n_') }),
      );
      requestAnimationFrame(() => void fitView({ maxZoom: 1 }));
    } catch (error) {
      showError(error);
    } finally {
      setLoading(false);
    }
  };
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
              if (id !== undefined) focusCard(id);
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
      <Button variant="default" loading={loading} onClick={() => void takeTemplate()}>
        {t('takeTemplate')}
      </Button>
    </div>
  );
}
