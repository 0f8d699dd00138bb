import type { EventPattern, HandoffOutcome, Window } from '../event/event-pattern.ts';
import type { CalendarId, ConditionKey, JourneyId } from '../id.ts';
import type { Json } from '../json.ts';
import type { Stage } from '../stage.ts';

/** Missing values: equal to nothing, less than nothing; `empty` is the way to ask. Texts compare without case. */
export type Comparison =
  | { readonly is: 'equal' | 'not-equal'; readonly value: string | number | boolean }
  | { readonly is: 'less' | 'at-most' | 'at-least' | 'more'; readonly value: number }
  | { readonly is: 'contains' | 'starts-with'; readonly value: string }
  | { readonly is: 'one-of'; readonly values: readonly (string | number)[] }
  | { readonly is: 'empty' | 'not-empty' };

export type Condition =
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[] }
  | {
      readonly kind: 'attribute';
      readonly of: 'lead' | 'company';
      readonly attribute: string;
      readonly compare: Comparison;
    }
  /** The total, or one category of it, as of now. */
  | { readonly kind: 'score'; readonly category?: string; readonly atLeast?: number; readonly below?: number }
  /** Did: `atLeast` 1 or more. Did not: `atMost` 0. Without a window: ever; 'since-entered': in this passage. */
  | {
      readonly kind: 'events';
      readonly pattern: EventPattern;
      readonly within?: Window | 'since-entered';
      readonly atLeast?: number;
      readonly atMost?: number;
    }
  | { readonly kind: 'stage'; readonly oneOf: readonly Stage[] }
  | { readonly kind: 'consent'; readonly topic: string; readonly given: boolean }
  | { readonly kind: 'handoff'; readonly outcome: HandoffOutcome; readonly within?: Window }
  | { readonly kind: 'business-time'; readonly calendar: CalendarId; readonly open: boolean }
  | { readonly kind: 'journey'; readonly journey: JourneyId; readonly state: 'in' | 'ended' | 'never' };

/** A value that a decision saw, kept with the step. */
export interface Seen {
  /** What was asked: an attribute's name, "score", "events"… */
  readonly fact: string;
  readonly value: Json;
}

export interface Answer {
  readonly holds: boolean;
  readonly seen: readonly Seen[];
}

export type Answers = Readonly<Record<ConditionKey, Answer>>;
