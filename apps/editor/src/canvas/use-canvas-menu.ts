import { notifications } from '@mantine/notifications';
import type { NodeId } from '@sodate/journey/id';
import { useReactFlow } from '@xyflow/react';
import { useJourney, useMayChange } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { wordKeys } from '../parts/word-keys.ts';
import type { MenuRequest } from '../stores/canvas/create-canvas-store.ts';
import { readCopiedBranch } from './copied-branch.ts';
import { duplicateSelected } from './duplicate-selected.ts';
import { findBranch } from './find-branch.ts';
import { freshId } from './fresh-id.ts';
import { openNodeSettings } from './open-node-settings.ts';
import { pasteBranch } from './paste-branch.ts';
import { planGroup, planUngroup } from './plan-group.ts';
import { removeSelected } from './remove-selected.ts';
import { selectAlong } from './select-along.ts';
import { selectedNodes } from './selected-nodes.ts';
import type { texts } from './texts.ja.ts';
import { useAddNote } from './use-add-note.ts';
import { useCopy } from './use-copy.ts';
import { useShowWhole } from './use-show-whole.ts';
import { useTidy } from './use-tidy.ts';

export interface MenuItem {
  readonly label: string;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly act: () => void;
}

type Parts = readonly (readonly MenuItem[])[];

/** What can be done here, in groups; what the signed-in person may not do is absent. */
export function useCanvasMenu({ request, draws }: { request: MenuRequest | undefined; draws: boolean }): Parts {
  const node = useNodeMenu({ node: request?.node, draws });
  const canvas = useOpenCanvasMenu({ request, draws });
  const parts = request?.node === undefined ? canvas : node;
  return parts.filter((items) => items.length > 0);
}

function useNodeMenu({ node, draws }: { node: NodeId | undefined; draws: boolean }): Parts {
  const t = useTexts<typeof texts>('canvas');
  const parts = useJourney();
  const { draft, canvas, right } = parts;
  const { graph } = draft.getState();
  const selected = selectedNodes({ graph, ...canvas.getState() });
  const mayChange = useMayChange(node === undefined ? undefined : graph.nodes[node]?.type) && draws;
  const copy = useCopy();
  if (node === undefined) return [];
  const drawsAll = draws && right === 'all';
  const branch = () => findBranch({ graph, from: node });
  const isGrouped = Object.values(graph.groups).some((group) => group.nodes.some((id) => selected.has(id)));
  const dispatch = (command: ReturnType<typeof planGroup>) => void (command && draft.dispatch(command));
  return [
    [
      { label: t('openSettings'), keys: 'Enter', act: () => openNodeSettings({ canvas, field: 'first' }) },
      ...(mayChange
        ? [{ label: t('connectTo'), keys: 'C', act: () => openNodeSettings({ canvas, field: 'target' }) }]
        : []),
      { label: t('comments'), act: () => canvas.openPanel({ kind: 'node', tab: 'comments' }) },
    ],
    [
      { label: t('selectDown'), keys: wordKeys('Shift+↓'), act: () => selectAlong({ draft, canvas, along: 'down' }) },
      { label: t('selectUp'), keys: wordKeys('Shift+↑'), act: () => selectAlong({ draft, canvas, along: 'up' }) },
    ],
    [
      { label: t('copy'), keys: wordKeys('mod+C'), act: () => copy({ nodes: selected }) },
      { label: t('copyBranch'), act: () => copy({ nodes: branch(), waysOut: true }) },
      ...(drawsAll ? [{ label: t('duplicate'), keys: wordKeys('mod+D'), act: () => duplicateSelected(parts) }] : []),
    ],
    drawsAll
      ? [
          {
            label: t('groupThese'),
            keys: wordKeys('mod+G'),
            act: () => dispatch(planGroup({ graph, nodes: selected, newId: () => freshId('group_') })),
          },
          ...(isGrouped
            ? [
                {
                  label: t('ungroupShort'),
                  keys: wordKeys('mod+Shift+G'),
                  act: () => dispatch(planUngroup({ graph, nodes: selected })),
                },
              ]
            : []),
        ]
      : [],
    mayChange
      ? [
          { label: t('remove'), keys: wordKeys('Delete'), danger: true, act: () => removeSelected(parts) },
          ...(drawsAll
            ? [
                {
                  label: t('removeBranch'),
                  danger: true,
                  act: () => {
                    canvas.select([]);
                    draft.dispatch({ kind: 'remove-nodes', nodes: [...branch()], heal: false });
                  },
                },
              ]
            : []),
        ]
      : [],
  ];
}

function useOpenCanvasMenu({ request, draws }: { request: MenuRequest | undefined; draws: boolean }): Parts {
  const t = useTexts<typeof texts>('canvas');
  const { draft, canvas, right } = useJourney();
  const { screenToFlowPosition } = useReactFlow();
  const showWhole = useShowWhole();
  const addNote = useAddNote();
  const tidy = useTidy();
  const paste = usePaste();
  if (request === undefined) return [];
  const { screen } = request;
  const at = screenToFlowPosition(screen);
  const all = Object.values(draft.getState().graph.nodes).map(({ id }) => id);
  return [
    draws && right === 'all'
      ? [
          {
            label: t('addNode'),
            keys: 'Tab',
            act: () => canvas.openPalette({ screen, spot: { kind: 'point', at } }),
          },
          { label: t('note'), act: () => addNote(at) },
          { label: t('paste'), keys: wordKeys('mod+V'), act: () => void paste(at) },
        ]
      : [],
    [
      { label: t('selectAll'), keys: wordKeys('mod+A'), act: () => canvas.select(all) },
      ...(draws && right === 'all' ? [{ label: t('tidy'), keys: wordKeys('Shift+T'), act: () => void tidy() }] : []),
      { label: t('fit'), keys: '0', act: () => showWhole({ durationMs: 420 }) },
    ],
  ];
}

function usePaste() {
  const t = useTexts<typeof texts>('canvas');
  const { draft, canvas } = useJourney();
  return async (at: { readonly x: number; readonly y: number }) => {
    try {
      const branch = readCopiedBranch(await navigator.clipboard.readText());
      const place = { x: Math.round(at.x), y: Math.round(at.y) };
      if (branch !== undefined) pasteBranch({ draft, canvas, branch, at: place });
      else notifications.show({ message: t('nothingToPaste'), color: 'warn' });
    } catch {
      notifications.show({ message: t('pasteByKeys', { keys: wordKeys('mod+V') }), color: 'warn' });
    }
  };
}
