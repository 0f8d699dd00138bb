import type { Condition } from '../condition/condition.ts';
import type { Id, NodeId } from '../id.ts';
import type { JsonObject } from '../json.ts';
import type { Zone } from '../time/wait-spec.ts';

/** `NODE/OUTCOME`: an outcome leads to one node, so its place names the edge. */
export type EdgeId = Id<'edge'>;
export type NoteId = Id<'note'>;
export type GroupId = Id<'group'>;

export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface GraphNode {
  readonly id: NodeId;
  /** The node type's name: "send-mail". May be unknown here: a custom type that is not installed. */
  readonly type: string;
  /** The revision of the node type's config that `config` was written for. */
  readonly revision: number;
  /** The marketer's own title; the type's where absent. */
  readonly title?: string;
  readonly position: Position;
  readonly config: JsonObject;
}

export interface Edge {
  readonly id: EdgeId;
  readonly from: NodeId;
  readonly outcome: string;
  readonly to: NodeId;
}

export interface Note {
  readonly id: NoteId;
  readonly position: Position;
  readonly size: { readonly width: number; readonly height: number };
  readonly text: string;
}

export interface Group {
  readonly id: GroupId;
  readonly title: string;
  readonly nodes: readonly NodeId[];
}

export interface Exit {
  readonly id: string;
  readonly title: string;
  readonly condition: Condition;
}

export type Reentry =
  | { readonly kind: 'never' }
  | { readonly kind: 'always' }
  /** At most once in so many days, counted from the last entry. */
  | { readonly kind: 'after-days'; readonly days: number };

export interface JourneySettings {
  /** The organisation's zone where absent. */
  readonly zone?: Zone;
  readonly reentry: Reentry;
  readonly exits: readonly Exit[];
  /** Judged at entry only. */
  readonly audience?: Condition;
  /** Visits of one node by one lead; beyond it the lead leaves by "loop limit". */
  readonly visitLimit: number;
}

/** What a marketer draws: the draft of a journey, or a version. Order of keys carries no meaning. */
export interface Graph {
  readonly nodes: Readonly<Record<NodeId, GraphNode>>;
  readonly edges: Readonly<Record<EdgeId, Edge>>;
  readonly notes: Readonly<Record<NoteId, Note>>;
  readonly groups: Readonly<Record<GroupId, Group>>;
  readonly settings: JourneySettings;
}

export const emptyGraph: Graph = {
  nodes: {},
  edges: {},
  notes: {},
  groups: {},
  settings: { reentry: { kind: 'never' }, exits: [], visitLimit: 20 },
};

export function edgeIdOf({ from, outcome }: { from: NodeId; outcome: string }): EdgeId {
  return `${from}/${outcome}` as EdgeId;
}
