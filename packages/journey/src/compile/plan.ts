import type { Condition } from '../condition/condition.ts';
import type { EventPattern, Window } from '../event/event-pattern.ts';
import type { Reentry } from '../graph/graph.ts';
import type { CalendarId, ConditionKey, NodeId, OpId } from '../id.ts';
import type { JsonObject } from '../json.ts';
import type { WaitSpec, Zone } from '../time/wait-spec.ts';

/** Where each outcome leads. An outcome that is not connected is absent: the passage ends there as 'completed'. */
export type Next = Readonly<Record<string, OpId>>;

export interface OpBase {
  readonly id: OpId;
  readonly node: NodeId;
  readonly next: Next;
  /** Conditions of this op, asked when it is done. */
  readonly asks: readonly ConditionKey[];
  /** True where the node lies on a cycle: only there visits are counted (elsewhere the visit is 1). */
  readonly onCycle: boolean;
  /** Calendars needed to do the op or to arrive at it, and whether the lead's zone is. */
  readonly calendars: readonly CalendarId[];
  readonly leadZone: boolean;
}

/** Does an effect. Inline: in the hop's transaction, outcome 'done'. External: claimed, sent, recorded; see `External`. */
export interface ActOp extends OpBase {
  readonly kind: 'act';
  /** The node type whose effect it is, and the config it gets. */
  readonly effect: string;
  readonly config: JsonObject;
  readonly external?: External;
}

/** Outcomes of an external act: 'done', and where connected 'failed' (else stuck) and 'not-sent' (else 'done'). */
export interface External {
  readonly channel: string;
  /** The longest a try may take. Up to 5,000 it may be done inside `carryOn`. */
  readonly limitMs: number;
  /** The receiver drops repeats by key, so a try of unknown fate may be repeated. */
  readonly repeatable: boolean;
  readonly onAmbiguous: 'go-on' | 'hold';
  readonly attempts: number;
}

/** Rests until a time; outcome 'done'. */
export interface WaitOp extends OpBase {
  readonly kind: 'wait';
  readonly spec: WaitSpec;
}

/** Rests until the first event that fits, a condition that holds, or the time-out. Without time-out: only those. */
export interface ListenOp extends OpBase {
  readonly kind: 'listen';
  readonly events: readonly { readonly outcome: string; readonly pattern: EventPattern }[];
  readonly conditions: readonly { readonly outcome: string; readonly key: ConditionKey }[];
  readonly timeout?: { readonly outcome: string; readonly spec: WaitSpec };
}

/** Takes the first arm whose condition holds, else `otherwise`. */
export interface BranchOp extends OpBase {
  readonly kind: 'branch';
  readonly arms: readonly { readonly outcome: string; readonly key: ConditionKey }[];
  readonly otherwise: string;
}

/** Takes an arm by a hash of enrollment and node, in proportion to the weights (whole numbers ≥ 0, sum > 0). */
export interface SplitOp extends OpBase {
  readonly kind: 'split';
  readonly arms: readonly { readonly outcome: string; readonly weight: number }[];
}

/** Ends as 'goal' on arrival. Its condition, if any, stands in `Plan.goals` and holds everywhere. */
export interface GoalOp extends OpBase {
  readonly kind: 'goal';
}

export interface EndOp extends OpBase {
  readonly kind: 'end';
}

export type Op = ActOp | WaitOp | ListenOp | BranchOp | SplitOp | GoalOp | EndOp;

/** A trigger: what lets leads in, and where they begin. */
export interface Entry {
  readonly node: NodeId;
  readonly to?: OpId;
  readonly trigger: Trigger;
}

export type Trigger =
  /** `times` matching events within the window (counted back from the last one). 1 without a window: each event. */
  | { readonly kind: 'event'; readonly pattern: EventPattern; readonly times: number; readonly within?: Window }
  | { readonly kind: 'person' };

/** A version compiled: plain data, content-hashed, small. */
export interface Plan {
  readonly format: 1;
  readonly zone: Zone;
  readonly ops: Readonly<Record<OpId, Op>>;
  readonly entries: readonly Entry[];
  readonly conditions: Readonly<Record<ConditionKey, Condition>>;
  readonly exits: readonly { readonly id: string; readonly key: ConditionKey }[];
  readonly goals: readonly { readonly node: NodeId; readonly key: ConditionKey }[];
  readonly audience?: ConditionKey;
  readonly reentry: Reentry;
  readonly visitLimit: number;
}
