import type { Op, Trigger } from '../compile/plan.ts';
import type { Condition } from '../condition/condition.ts';
import type { ConditionKey, NodeId, OpId } from '../id.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Stage } from '../stage.ts';
import type { Text } from '../text.ts';
import type { Duration } from '../time/wait-spec.ts';
import type { Problem } from '../validate/problem.ts';

export const families = ['trigger', 'wait', 'message', 'decision', 'sales', 'data', 'end'] as const;

export type Family = (typeof families)[number];

export interface Outcome {
  readonly id: string;
  readonly label: Text;
  /** May stay unconnected without a problem ('failed', 'not-sent', 'accepted', 'overdue'). */
  readonly optional?: boolean;
  /** What becomes of a lead where it is optional and leads nowhere. */
  readonly unconnected?: Text;
  /** Must lead somewhere, or the journey cannot be published. Neither: unconnected is a warning. */
  readonly required?: boolean;
}

/** What exists beside the journey, for checks and summaries: names of attributes, mails, people, forms. */
export interface Surroundings {
  readonly attributes: readonly {
    readonly of: 'lead' | 'company';
    readonly name: string;
    readonly title: Text;
    readonly kind: 'text' | 'number' | 'boolean' | 'date';
    readonly options?: readonly string[];
  }[];
  readonly mails: readonly {
    readonly id: string;
    readonly name: string;
    readonly subject: string;
    readonly ready: boolean;
    /** Marketing mails need consent, and must name the sender's postal address. */
    readonly kind: 'reply' | 'marketing';
    /** Whether it is one that the installation began with, not yet written over. */
    readonly isSample?: boolean;
    /** Links whose page was not there when it was last asked for. */
    readonly brokenLinks?: readonly {
      readonly address: string;
      readonly fault: 'gone' | 'no-host';
      /** The address that was probably meant. */
      readonly meant?: string;
    }[];
  }[];
  readonly sender: { readonly postalAddress: string };
  readonly users: readonly {
    readonly id: string;
    readonly name: string;
    readonly role?: 'admin' | 'marketer' | 'sales-manager' | 'sales-rep' | 'viewer';
    /** Is told of every hand-off that is overdue, where its node names nobody. */
    readonly manages?: boolean;
    /** Not there now. */
    readonly away?: boolean;
    /** For demonstrations: mails reach nobody. */
    readonly madeUp?: boolean;
  }[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly members: number }[];
  /** `weekends`: some Saturdays or Sundays are business days. */
  readonly calendars: readonly { readonly id: string; readonly name: string; readonly weekends?: boolean }[];
  /** Seen so far, or known to be there: those of the demo site. */
  readonly forms: readonly { readonly id: string; readonly title: Text; readonly onDemoSite?: boolean }[];
  /** Host and path of every page that is known to be there, by visits above all; absent where they are too many. */
  readonly pages?: readonly string[];
  /** The categories that score rules put points into. */
  readonly scoreCategories: readonly string[];
  readonly journeys: readonly { readonly id: string; readonly name: string }[];
  readonly nodes: readonly { readonly id: NodeId; readonly type: string; readonly title: Text }[];
}

/** What a node makes of itself when it is compiled. */
export interface Lowering {
  readonly node: NodeId;
  readonly title: Text;
  /** The op that an outcome of this node leads to; undefined where it is not connected. */
  target(outcome: string): OpId | undefined;
  /** Registers a condition and gives its key; equal conditions share one. */
  condition(condition: Condition): ConditionKey;
  /** The id of one of several ops of this node; the first, without part, is where edges arrive. */
  op(part?: string): OpId;
}

/** An op as a node gives it; the compiler adds the rest. */
export type LoweredOp = DistributiveOmit<Op, 'node' | 'asks' | 'onCycle' | 'calendars' | 'leadZone'>;

type DistributiveOmit<T, Keys extends PropertyKey> = T extends unknown ? Omit<T, Keys> : never;

export interface Lowered {
  readonly ops: readonly LoweredOp[];
  /** Triggers only. */
  readonly trigger?: Trigger;
  /** Goals only: the condition that holds everywhere. */
  readonly goal?: ConditionKey;
}

export type CheckProblem = Omit<Problem, 'rule' | 'node'>;

/**
 * All the core asks of a node type. Config is plain data already parsed by the type's schema, except in `problemsOf`
 * and `outcomes`, which take whatever a draft holds.
 */
export interface NodeContract {
  readonly type: string;
  readonly family: Family;
  readonly title: Text;
  readonly revision: number;
  readonly isTrigger: boolean;
  /** Triggers only: true where whoever enters has asked for nothing, so that a reply is not meant for them. */
  readonly isUnasked?: boolean;
  /** True where the lead always comes to rest (wait, listen, hand-off): a loop through it is allowed. */
  readonly rests: boolean;
  /** True where it comes with an effect: acts may name its type. */
  readonly hasEffect?: boolean;
  outcomes(config: JsonObject): readonly Outcome[];
  /** Other nodes that the config names: their acts are waited for. Takes whatever a draft holds. */
  namesNodes?(config: JsonObject): readonly { readonly node: NodeId; readonly path: readonly (string | number)[] }[];
  /** The mail that the config chooses, where the type sends one. Takes whatever a draft holds. */
  mailOf?(config: JsonObject): { readonly mail: string; readonly path: readonly (string | number)[] } | undefined;
  /** True where the node works without being reached: a goal whose condition holds everywhere. */
  standsAlone?(config: JsonObject): boolean;
  /** Schema errors and the type's own checks, worded for the marketer. */
  problemsOf(node: { readonly config: JsonObject; readonly surroundings: Surroundings }): readonly CheckProblem[];
  /** One line of settings, no label words: 「3日後、次の平日 9:00」. It stands under `title`, where the node has one of its own. */
  summary(node: { readonly config: JsonObject; readonly surroundings: Surroundings; readonly title?: string }): Text;
  lower(node: { readonly config: JsonObject; readonly lowering: Lowering }): Lowered;
  /** Weighted guess of how leads leave, for the simulator: outcome → share (sum 1), and time to the event. */
  guess(config: JsonObject): Readonly<Record<string, number>>;
  upgrade?(old: { readonly config: JsonObject; readonly revision: number }): JsonObject;
}

export type NodeCatalog = ReadonlyMap<string, NodeContract>;

/** A change of facts that an inline effect asks for; applied by the services in the hop's transaction. */
export type Change =
  | {
      readonly kind: 'set-attribute';
      readonly of: 'lead' | 'company';
      readonly attribute: string;
      readonly value: Json;
    }
  | { readonly kind: 'give-points'; readonly points: number; readonly category?: string; readonly note: string }
  | { readonly kind: 'change-stage'; readonly stage: Stage }
  | { readonly kind: 'create-handoff'; readonly handoff: HandoffRequest };

export interface HandoffRequest {
  readonly to: { readonly kind: 'user'; readonly user: string } | { readonly kind: 'team'; readonly team: string };
  /** What the rep should do, and questions to ask. Plain text. */
  readonly followUp: string;
  readonly questions: readonly string[];
  /** First response within so many hours or days of a calendar's open time. */
  readonly sla: Duration;
  readonly calendar: string;
  /** Before the deadline, in the same calendar's time; absent: no reminder. */
  readonly remindBefore?: Duration;
  /** Told when the deadline has passed; absent: the managers. */
  readonly escalateTo?: readonly string[];
}
