import type { Role } from '@sodate/database/schema/user';
import type { EdgeId, Graph, GraphNode } from '@sodate/journey/graph/graph';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { JourneyHead } from '@sodate/services/journey/get-journey';
import type { HeldNode } from '@sodate/services/journey/read-held-nodes';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { NodeTypeTable } from '../canvas/outcomes-of.ts';
import type { CanvasState, CanvasStore } from '../stores/canvas/create-canvas-store.ts';
import type { CompanyState, CompanyStore } from '../stores/company/create-company-store.ts';
import type { DraftState, DraftStore } from '../stores/draft/create-draft-store.ts';

/** How much of a journey the signed-in person may draw. */
export type DrawingRight = 'all' | 'sales' | 'none';

/** What every part of a journey's screen shares. */
export interface JourneyParts {
  readonly journey: JourneyId;
  readonly draft: DraftStore;
  readonly canvas: CanvasStore;
  readonly company: CompanyStore;
  readonly types: NodeTypeTable;
  readonly right: DrawingRight;
  readonly state: JourneyHead['state'];
  readonly role: Role;
  /** Nodes whose leads are held; one may be gone from the draft. */
  readonly heldNodes: readonly HeldNode[];
  /** Nodes of the live version whose mail was rewritten since it was published. */
  readonly rewritten: readonly NodeId[];
}

export const JourneyContext = createContext<JourneyParts | undefined>(undefined);

/** @throws Error outside a journey's screen. */
export function useJourney(): JourneyParts {
  const parts = useContext(JourneyContext);
  if (parts === undefined) throw new Error('this part belongs on a journey screen');
  return parts;
}

export function useDraft<Value>(select: (state: DraftState) => Value): Value {
  return useStore(useJourney().draft, select);
}

export function useCanvas<Value>(select: (state: CanvasState) => Value): Value {
  return useStore(useJourney().canvas, select);
}

export function useCompany<Value>(select: (state: CompanyState) => Value): Value {
  return useStore(useJourney().company, select);
}

export function useGraph(): Graph {
  return useDraft(({ graph }) => graph);
}

export function useNode(id: NodeId): GraphNode | undefined {
  return useDraft(({ graph }) => graph.nodes[id]);
}

export function useEdgeTarget(id: EdgeId): NodeId | undefined {
  return useDraft(({ graph }) => graph.edges[id]?.to);
}

/** Whether the signed-in person may change this node: a sales manager only those of the sales family. */
export function useMayChange(type: string | undefined): boolean {
  const { right, types } = useJourney();
  if (right === 'all') return true;
  return right === 'sales' && type !== undefined && types.get(type)?.family === 'sales';
}
