import type { GroupId } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { MiniMap, Panel, useReactFlow, useStore, useViewport } from '@xyflow/react';
import { memo, useCallback } from 'react';
import { useDraft, useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon, IconPath } from '../parts/icon.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { wordKeys } from '../parts/word-keys.ts';
import classes from './canvas-frame.module.css';
import { canvasIcons } from './canvas-icons.ts';
import { canvasMiddle } from './canvas-middle.ts';
import { hasMap } from './floating.ts';
import { HeldElsewhere } from './held-elsewhere.tsx';
import { PhoneNote, RightNote } from './right-note.tsx';
import { SelectionTools } from './selection-tools.tsx';
import type { texts } from './texts.ja.ts';
import { useAddNote } from './use-add-note.ts';
import { useShowWhole } from './use-show-whole.ts';
import { useTidy } from './use-tidy.ts';

/** What floats over the canvas: the tools at the upper left, the overview with the zoom at the lower right. */
export const CanvasFrame = memo(DrawnFrame);

function DrawnFrame({ draws }: { draws: boolean }) {
  return (
    <>
      <Panel position="top-left" className={classes.tools ?? ''}>
        {draws ? <Toolbar /> : <MoreOnly />}
        {draws && <DrawersSelection />}
        <PhoneNote />
      </Panel>
      <Panel position="top-center" className={classes.notes ?? ''}>
        <HeldElsewhere />
      </Panel>
      {/* Journeys begin at the top: there it would lie over a node. */}
      <Panel position="bottom-left">
        <RightNote />
      </Panel>
      <Panel position="bottom-right">
        <Overview />
      </Panel>
    </>
  );
}

/** Sales draws single nodes of its own: what is done with many at once is for who draws all. */
function DrawersSelection() {
  return useJourney().right === 'all' && <SelectionTools />;
}

function Toolbar() {
  const t = useTexts<typeof texts>('canvas');
  const { draft, right } = useJourney();
  const { screenToFlowPosition } = useReactFlow();
  const tidy = useTidy();
  const canUndo = useDraft(({ undos }) => undos.length > 0);
  const canRedo = useDraft(({ redos }) => redos.length > 0);
  const addNote = useAddNote();
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('tools')}>
      <button
        type="button"
        onClick={draft.undo}
        disabled={!canUndo}
        aria-label={t('undo')}
        title={`${t('undo')} ${wordKeys('mod+Z')}`}
      >
        <IconPath path={canvasIcons.undo} />
      </button>
      <button
        type="button"
        onClick={draft.redo}
        disabled={!canRedo}
        aria-label={t('redo')}
        title={`${t('redo')} ${wordKeys('mod+Shift+Z')}`}
      >
        <IconPath path={canvasIcons.redo} />
      </button>
      <i />
      {right === 'all' && (
        <>
          <button type="button" onClick={() => void tidy()} aria-label={t('tidy')} title={`${t('tidy')} Shift+T`}>
            <IconPath path={canvasIcons.tidy} />
          </button>
          <button
            type="button"
            onClick={() => addNote(screenToFlowPosition(canvasMiddle()))}
            aria-label={t('note')}
            title={t('note')}
          >
            <IconPath path={canvasIcons.note} />
          </button>
        </>
      )}
      <MoreButton />
    </div>
  );
}

/** Who only reads can still find their way and save the picture. */
function MoreOnly() {
  const t = useTexts<typeof texts>('canvas');
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('tools')}>
      <MoreButton />
    </div>
  );
}

/** The menu that a right click on the open canvas gives. */
function MoreButton() {
  const t = useTexts<typeof texts>('canvas');
  const { canvas } = useJourney();
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={t('canvasMenu')}
      title={t('canvasMenu')}
      onClick={({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect();
        canvas.openMenu({ screen: { x: left, y: bottom + 6 }, node: undefined });
      }}
    >
      <Icon name="more" size={18} />
    </button>
  );
}

function Overview() {
  const t = useTexts<typeof texts>('canvas');
  const { types, draft } = useJourney();
  // Not measured yet: as the window has room.
  const wide = useIsWide();
  const shown = useStore(({ width }) => (width === 0 ? wide : hasMap(width)));
  // Always the same function: the overview would draw every node again with each step of the zoom.
  const colourOf = useCallback(
    ({ id }: { id: string }): string => {
      const { nodes, groups } = draft.getState().graph;
      const node = nodes[id as NodeId];
      if (node !== undefined) return `var(--${types.get(node.type)?.family ?? 'data'})`;
      return groups[id as GroupId] === undefined ? 'var(--note-line)' : 'var(--line)';
    },
    [draft, types],
  );
  return (
    <div className={classes.overview} data-map={shown || undefined}>
      {shown && (
        <MiniMap
          position="bottom-right"
          pannable
          zoomable
          nodeColor={colourOf}
          nodeBorderRadius={14}
          ariaLabel={t('overview')}
        />
      )}
      <Zoom />
    </div>
  );
}

function Zoom() {
  const t = useTexts<typeof texts>('canvas');
  const { zoom } = useViewport();
  const { zoomIn, zoomOut } = useReactFlow();
  const showWhole = useShowWhole();
  return (
    <div className={classes.zoom}>
      <button type="button" onClick={() => void zoomOut()} aria-label={t('zoomOut')}>
        <IconPath path={canvasIcons.minus} />
      </button>
      <b>{Math.round(zoom * 100)}%</b>
      <button type="button" onClick={() => void zoomIn()} aria-label={t('zoomIn')}>
        <Icon name="plus" />
      </button>
      <i />
      <button type="button" onClick={() => showWhole({ durationMs: 420 })} aria-label={t('fit')}>
        <IconPath path={canvasIcons.fit} />
      </button>
    </div>
  );
}
