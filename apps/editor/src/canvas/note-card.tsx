import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './note-card.module.css';
import type { texts } from './texts.ja.ts';
import type { NoteNode } from './use-flow-elements.ts';

const longest = 2_000;

/** A sticky note: what was decided, for whoever reads the journey next. */
export const NoteCard = memo(DrawnNote);

function DrawnNote({ data: { note }, selected }: NodeProps<NoteNode>) {
  const { draft, right } = useJourney();
  const t = useTexts<typeof texts>('canvas');
  return (
    <div className={classes.note}>
      <NodeResizer
        isVisible={selected && right === 'all'}
        minWidth={140}
        minHeight={60}
        color="var(--accent)"
        onResizeEnd={(_event, { width, height, x, y }) => {
          const size = { width: Math.round(width), height: Math.round(height) };
          const position = { x: Math.round(x), y: Math.round(y) };
          draft.dispatch({ kind: 'change-note', note: note.id, change: { size, position } });
        }}
      />
      <textarea
        className={selected ? 'nodrag' : ''}
        aria-label={t('note')}
        placeholder={t('notePlaceholder')}
        maxLength={longest}
        readOnly={right !== 'all'}
        value={note.text}
        onChange={(event) =>
          draft.dispatch({ kind: 'change-note', note: note.id, change: { text: event.target.value } })
        }
      />
    </div>
  );
}
