import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { EdgeId } from '@sodate/journey/graph/graph';
import { wordDuration } from '@sodate/journey/graph/word-duration';
import type { NodeId } from '@sodate/journey/id';
import { useAddNode } from '../canvas/use-add-node.ts';
import { useDraft, useGraph, useJourney } from '../journeys/journey-context.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { showUndoable } from '../parts/show-undoable.tsx';
import { findWaitsNear } from './find-waits-near.ts';
import type { texts } from './texts.ja.ts';

/** Puts a wait on a way and opens its settings, as one step that can be undone. Waits that stand near are told of. */
export function RestHere({ edge }: { edge: EdgeId }) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { types, right } = useJourney();
  const near = useWaitsNear(edge);
  const nameOf = useNodeName();
  const putRest = usePutRest();
  const way = useGraph().edges[edge];
  const described = types.get('wait');
  if (described === undefined || way === undefined || right !== 'all') return null;
  const length = wordDuration(described.initial.duration);
  const wait = { title: text(described.title), length: length === undefined ? '' : text(length) };
  const others = near === undefined ? undefined : t('restStays', { waits: near });
  const done = t('restPut', { ...wait, from: nameOf(way.from), to: nameOf(way.to) });
  return (
    <>
      {others !== undefined && <small style={{ display: 'block', marginTop: 4 }}>{others}</small>}
      <Button
        variant="default"
        size="compact-sm"
        mt={6}
        onClick={() => putRest({ edge, message: others === undefined ? done : t('restPutBeside', { done, others }) })}
      >
        {t('restHere', wait)}
      </Button>
    </>
  );
}

/** The node's own name, or its type's. */
function useNodeName(): (id: NodeId) => string {
  const text = useText();
  const { types } = useJourney();
  const { nodes } = useGraph();
  return (id) => {
    const node = nodes[id];
    const type = types.get(node?.type ?? '');
    return node?.title ?? (type === undefined ? (node?.type ?? '') : text(type.title));
  };
}

/** 「待つ」（1日） */
function useWaitsNear(edge: EdgeId): string | undefined {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const nameOf = useNodeName();
  const { types } = useJourney();
  const summaries = useDraft((state) => state.summaries);
  const waits = findWaitsNear({ graph: useGraph(), types, edge });
  if (waits.length === 0) return undefined;
  const words = waits.map((id) => {
    const summary = summaries[id];
    return t('restOther', { title: nameOf(id), length: summary === undefined ? '–' : text(summary) });
  });
  return words.join(t('restBetween'));
}

function usePutRest(): (put: { edge: EdgeId; message: string }) => void {
  const t = useTexts<typeof texts>('inspector');
  const { draft, types } = useJourney();
  const addNode = useAddNode();
  return ({ edge, message }) => {
    const described = types.get('wait');
    const id = described && addNode({ described, spot: { kind: 'edge', edge } });
    if (id === undefined) return;
    const step = draft.getState().undos.at(-1);
    showUndoable({ id, message, action: t('restUndo'), onUndo: () => draft.undo() });
    // Undo takes back the last step: once there is another one, this is not offered any more.
    const stop = draft.subscribe(({ undos }) => {
      if (undos.at(-1) === step) return;
      stop();
      notifications.hide(id);
    });
  };
}
