import type { ActOp } from '../compile/plan.ts';
import type { Answers, Seen } from '../condition/condition.ts';
import type { EventId, LeadEvent } from '../event/event.ts';
import type { CalendarId, ConditionKey, EnrollmentId, NodeId, OpId } from '../id.ts';
import type { Instant } from '../time/instant.ts';
import type { Calendar, Zone } from '../time/wait-spec.ts';

export type EndReason = 'completed' | 'goal' | 'exit' | 'loop-limit' | 'stopped' | 'removed' | 'merged' | 'erased';

/** Where one lead stands. All the interpreter needs to know of it; times are in the enrollment's own time. */
export interface PassageState {
  readonly enrollment: EnrollmentId;
  /** moving: at `op`, not yet done. resting: at a wait or listen. acting: an external effect is not yet final. */
  readonly phase: 'moving' | 'resting' | 'acting' | 'ended';
  readonly op: OpId;
  /** Which visit of the node this is, from 1. */
  readonly visit: number;
  /** Visits so far of nodes that lie on a cycle. */
  readonly visits: Readonly<Record<NodeId, number>>;
  readonly arrivedAt: Instant;
  /** The lead's last event when the op was reached: later ones may satisfy a listen. */
  readonly arrivedEvent: EventId;
  /** The deadline of a rest; null: none. */
  readonly until: Instant | null;
  readonly reason?: EndReason;
  /** With reason goal or exit: which. */
  readonly reasonId?: string;
}

/** What the host found when it looked. `hop` decides; nothing here is decided yet. */
export type Happened =
  /** Also for a passage that is moving. `events`: those stored after `arrivedEvent`, in stored order, that `op` may match. */
  | { readonly kind: 'looked'; readonly events: readonly LeadEvent[] }
  /** An external effect is final (or ambiguous and to go on): 'done', 'failed' or 'not-sent'. */
  | { readonly kind: 'landed'; readonly outcome: 'done' | 'failed' | 'not-sent'; readonly seen?: readonly Seen[] };

/** Facts fetched for this hop, as listed by `asks`. */
export interface Facts {
  readonly answers: Answers;
  readonly calendars: Readonly<Record<CalendarId, Calendar>>;
  /** Null: unknown, the journey's zone counts. */
  readonly leadZone: Zone | null;
  /** The lead's last event at this moment: becomes `arrivedEvent`. */
  readonly lastEvent: EventId;
}

export interface Asked {
  readonly conditions: readonly ConditionKey[];
  readonly calendars: readonly CalendarId[];
  readonly leadZone: boolean;
}

/** The ledger's line: one for each hop. */
export interface StepRecord {
  readonly fromOp: OpId | null;
  readonly fromNode: NodeId | null;
  readonly outcome: string;
  /** Null where the passage ends without reaching another op. */
  readonly toOp: OpId | null;
  readonly toNode: NodeId | null;
  /** The visit of `toNode`, or of `fromNode` where the passage ends. */
  readonly visit: number;
  /** When the move was due: the deadline, the event's storing, or the moment of the hop. */
  readonly dueAt: Instant;
  readonly at: Instant;
  readonly event: EventId | null;
  readonly seen: readonly Seen[];
}

export type Hopped =
  /**
   * One hop was made. `effect`: the inline effect that this hop did at the op it leaves.
   * `state.phase` tells what comes next: moving (hop again), resting, acting (an external effect is to be tried), ended.
   */
  | { readonly kind: 'hopped'; readonly state: PassageState; readonly step: StepRecord; readonly effect: ActOp | null }
  /** Nothing to do yet: the same rest again. */
  | { readonly kind: 'rests'; readonly state: PassageState }
  /** An external effect failed and its outcome leads nowhere; a person decides. */
  | { readonly kind: 'stuck'; readonly state: PassageState; readonly why: 'failed' };
