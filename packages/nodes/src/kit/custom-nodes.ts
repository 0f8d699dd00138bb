import type { NodeDefinition } from './define-node.ts';
import type { BrokenNodeType } from './node-types.ts';

/** What `sodate.config.ts` adds: the node types that could be taken in, and those that could not. */
export interface CustomNodes {
  readonly definitions: readonly NodeDefinition[];
  readonly broken: readonly BrokenNodeType[];
}

export const noCustomNodes: CustomNodes = { definitions: [], broken: [] };
