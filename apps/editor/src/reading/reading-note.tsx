import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import classes from './reading-canvas.module.css';

/** A note as it was written. */
export const ReadingNote = memo(({ data }: NodeProps<Node<{ text: string }, 'note'>>) => (
  <p className={classes.note}>{data.text}</p>
));
