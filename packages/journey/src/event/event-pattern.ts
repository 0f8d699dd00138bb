import type { MailId, NodeId } from '../id.ts';
import type { Zone } from '../time/wait-spec.ts';

/**
 * A value beginning with "/" is compared with the path (any host); else with host and path, scheme and query left out.
 * `pattern`: `*` stands for any run of characters. Trailing slashes do not count.
 */
export interface UrlPattern {
  readonly match: 'exact' | 'prefix' | 'pattern';
  readonly value: string;
}

export type HandoffOutcome = 'accepted' | 'rejected' | 'overdue' | 'met' | 'opportunity' | 'won' | 'lost';

/** Which events count. A left-out part matches anything. */
export type EventPattern =
  | { readonly kind: 'page'; readonly url?: UrlPattern; readonly source?: string }
  | { readonly kind: 'form'; readonly form?: string }
  | {
      readonly kind: 'mail';
      readonly reaction: 'sent' | 'opened' | 'clicked' | 'bounced';
      /** The mail sent by this node in this passage; or any sending of a mail. */
      readonly node?: NodeId;
      readonly mail?: MailId;
      readonly link?: UrlPattern;
    }
  /** The hand-off that this node made on its present visit. */
  | { readonly kind: 'handoff'; readonly node: NodeId; readonly outcome: HandoffOutcome }
  | { readonly kind: 'custom'; readonly name: string };

/** A span back from now: 'days' and longer are calendar units in `zone` (the journey's unless set). */
export interface Window {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months';
  readonly zone?: Zone;
}
