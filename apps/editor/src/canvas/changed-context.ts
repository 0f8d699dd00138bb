import type { NodeId } from '@sodate/journey/id';
import { createContext, useContext } from 'react';

/** Nodes that the draft has changed since what is published. */
export const ChangedContext = createContext<ReadonlySet<NodeId>>(new Set());

export function useChangedNodes(): ReadonlySet<NodeId> {
  return useContext(ChangedContext);
}
