import type { EdgeId, Graph, GraphNode, Group, GroupId, Note, NoteId, Position } from '../graph/graph.ts';
import type { NodeId } from '../id.ts';
import type { Json } from '../json.ts';

/**
 * The only way a draft changes. Plain values: sent, stored, rebased, inverted.
 * A path names a place in a config or in the settings: ["sla", "amount"]; numbers index arrays; the last writer wins.
 */
export type Command =
  | { readonly kind: 'add-node'; readonly node: GraphNode }
  /** Also removes its edges. `heal`: what led to the node leads on to where its first connected outcome led. */
  | { readonly kind: 'remove-nodes'; readonly nodes: readonly NodeId[]; readonly heal: boolean }
  | { readonly kind: 'move-nodes'; readonly to: Readonly<Record<NodeId, Position>> }
  /** `value` undefined clears the place. */
  | {
      readonly kind: 'set-config';
      readonly node: NodeId;
      readonly path: readonly (string | number)[];
      readonly value?: Json;
    }
  /** `title` undefined returns to the type's own title. */
  | { readonly kind: 'rename-node'; readonly node: NodeId; readonly title?: string }
  /** Replaces where the outcome led before. */
  | { readonly kind: 'connect'; readonly from: NodeId; readonly outcome: string; readonly to: NodeId }
  | { readonly kind: 'disconnect'; readonly edge: EdgeId }
  /** A→C becomes A→node→C; `outcome` is the new node's exit that leads on, absent for nodes without one. */
  | { readonly kind: 'insert-on-edge'; readonly edge: EdgeId; readonly node: GraphNode; readonly outcome?: string }
  /** Nodes and edges with fresh ids, as one step. */
  | {
      readonly kind: 'paste';
      readonly nodes: readonly GraphNode[];
      readonly edges: readonly { from: NodeId; outcome: string; to: NodeId }[];
    }
  | { readonly kind: 'set-setting'; readonly path: readonly (string | number)[]; readonly value?: Json }
  | { readonly kind: 'put-note'; readonly note: Note }
  /** Only what is given: who types in a note loses nothing to who moves it. The same of groups. */
  | { readonly kind: 'change-note'; readonly note: NoteId; readonly change: Partial<Omit<Note, 'id'>> }
  | { readonly kind: 'remove-note'; readonly note: NoteId }
  | { readonly kind: 'put-group'; readonly group: Group }
  | { readonly kind: 'change-group'; readonly group: GroupId; readonly change: Partial<Omit<Group, 'id'>> }
  | { readonly kind: 'remove-group'; readonly group: GroupId }
  /** Several as one step; none is applied where one cannot be. Inverses of compound commands are batches. */
  | { readonly kind: 'batch'; readonly commands: readonly Command[] };

/** Why a command no longer applies: its node is gone, its id taken, its edge elsewhere. */
export type Refusal =
  | { readonly kind: 'node-missing'; readonly node: NodeId }
  | { readonly kind: 'node-exists'; readonly node: NodeId }
  | { readonly kind: 'edge-missing'; readonly edge: EdgeId }
  | { readonly kind: 'place-missing'; readonly path: readonly (string | number)[] }
  | { readonly kind: 'thing-missing'; readonly id: string };

/** `applyCommand({ graph, command })` gives this. Applying `inverse` to `graph` gives the graph before, exactly. */
export type Applied =
  | { readonly kind: 'applied'; readonly graph: Graph; readonly inverse: Command }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
