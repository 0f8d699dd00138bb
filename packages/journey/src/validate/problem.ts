import type { EdgeId } from '../graph/graph.ts';
import type { NodeId } from '../id.ts';
import type { Text } from '../text.ts';

/** Something wrong with a graph. Errors block publishing; warnings are shown. Data, never an exception. */
export interface Problem {
  /** The rule's name: its file in `validate/rules`, or `NODE-TYPE/check`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** The node it is marked on; absent: the journey as a whole. */
  readonly node?: NodeId;
  /** The field of the node's config. */
  readonly path?: readonly (string | number)[];
  readonly outcome?: string;
  /** Nothing is wrong yet, something is merely not filled in: a node just added tells of it quietly. */
  readonly unfilled?: boolean;
  /** Only an administrator can mend it. */
  readonly needsAdmin?: boolean;
  /** A node where leads rest, put in here, mends it. */
  readonly restOn?: EdgeId;
  /** What is wrong, short enough for a node's foot (at most 16 kana or 32 letters). */
  readonly message: Text;
  /** How to mend it: a sentence. */
  readonly mend: Text;
}
