import type { NodeCatalog } from '@sodate/journey/graph/node-contract';
import type { Effect } from './effect.ts';

/** All node types installed: their contracts, and (in the worker) their effects by type. */
export interface NodeTypes {
  readonly catalog: NodeCatalog;
  readonly effects: ReadonlyMap<string, Effect>;
}
