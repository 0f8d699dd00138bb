import type { Comparison } from '../condition/condition.ts';
import type { EventPattern } from '../event/event-pattern.ts';
import type { Text } from '../text.ts';

/** Points for each matching event in the window (at most `limit` times), or once for an attribute that holds. */
export interface ScoreRule {
  readonly id: string;
  readonly title: Text;
  readonly points: number;
  readonly category?: string;
  readonly when:
    | { readonly kind: 'event'; readonly pattern: EventPattern; readonly limit?: number }
    | {
        readonly kind: 'attribute';
        readonly of: 'lead' | 'company';
        readonly attribute: string;
        readonly compare: Comparison;
      };
}

/** All rules at one revision. The score also counts `points-given` events in the window. */
export interface ScoreRules {
  readonly revision: number;
  /** Events older than this many days, counted back from now, give nothing. */
  readonly windowDays: number;
  readonly hotAt: number;
  readonly rules: readonly ScoreRule[];
}

/** One line of "why this score": lines sum to the total. */
export interface ScoreReason {
  readonly rule: string;
  readonly title: Text;
  readonly times: number;
  readonly points: number;
}

export interface Score {
  readonly total: number;
  readonly reasons: readonly ScoreReason[];
}
