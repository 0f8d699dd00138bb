import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { NodeCatalog } from '@sodate/journey/graph/node-contract';
import type { Text } from '@sodate/journey/text';
import type { Effect } from './effect.ts';

/** A custom node type that could not be taken in: only nodes of that type suffer. */
export interface BrokenNodeType {
  /** Where it came from: its place in the list with its file, or its type's name. */
  readonly name: string;
  /** All that is wrong with it; at least one. */
  readonly errors: readonly Text[];
}

/** All node types installed: their contracts, their descriptions for the browser, and (in the worker) their effects by type. */
export interface NodeTypes {
  readonly catalog: NodeCatalog;
  readonly effects: ReadonlyMap<string, Effect>;
  readonly described: readonly DescribedNode[];
  readonly broken: readonly BrokenNodeType[];
  /** Installed, though a sample of their settings shows a fault in their `lower`: each node by whose settings it shows says so itself. */
  readonly doubtful: readonly BrokenNodeType[];
}
