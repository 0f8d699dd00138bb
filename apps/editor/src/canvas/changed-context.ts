import type { NodeId } from '@sodate/journey/id';
import { createContext, useContext } from 'react';
import type { NodeChange } from './find-changed-nodes.ts';

/** Nodes that the draft has added or changed since what is published. */
export const ChangedContext = createContext<ReadonlyMap<NodeId, NodeChange>>(new Map());

export function useChangedNodes(): ReadonlyMap<NodeId, NodeChange> {
  return useContext(ChangedContext);
}
