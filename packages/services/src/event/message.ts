import type { JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';

export const messageTypes = ['page', 'screen', 'track', 'identify', 'group', 'alias'] as const;

export type MessageType = (typeof messageTypes)[number];

/** One call of the Segment spec, checked and brought to one shape, whichever client sent it. */
export interface Message {
  readonly type: MessageType;
  readonly messageId?: string;
  /** The client's clock corrected by what it said when it sent; never in the future. */
  readonly occurredAt: Instant;
  readonly anonymousId?: string;
  readonly userId?: string;
  /** alias: the id given up. */
  readonly previousId?: string;
  /** group: the account the person belongs to. */
  readonly groupId?: string;
  /** track: the event. page, screen: its name where given. */
  readonly name?: string;
  readonly properties: JsonObject;
  readonly traits: JsonObject;
  readonly url?: string;
  readonly referrer?: string;
  readonly title?: string;
  readonly campaign?: Readonly<Partial<Record<'source' | 'medium' | 'name' | 'term' | 'content', string>>>;
  readonly userAgent?: string;
  /** Handed over by a mail link's redirect. */
  readonly clickToken?: string;
}

/** Why one event of a request was not taken. */
export interface Rejected {
  /** Its place in the batch, from 0. */
  readonly index: number;
  readonly messageId?: string;
  readonly reason: Text;
}
