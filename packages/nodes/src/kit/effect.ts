import type { Change } from '@sodate/journey/graph/node-contract';
import type { EnrollmentId, LeadId, NodeId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import type { Instant } from '@sodate/journey/time/instant';

/** Does its work in the hop's transaction, by telling what shall change. Pure. */
export interface InlineEffect {
  readonly kind: 'inline';
  changes(act: { readonly config: JsonObject; readonly now: Instant }): readonly Change[];
}

/** What became of a try. 'surely-not' may be tried again; 'unknown' may have arrived. */
export type SendResult =
  | { readonly kind: 'sent'; readonly receipt?: string }
  | {
      readonly kind: 'surely-not';
      readonly error: string;
      readonly again: boolean;
      readonly afterMs?: number;
      /** The receiver's address is none: the lead gets no more mail there. */
      readonly bounced?: true;
    }
  /** `again: false`: a repeat would come to the same, whatever the op says of repeating. */
  | { readonly kind: 'unknown'; readonly error: string; readonly again?: false };

export interface HttpPort {
  /** POSTs JSON with `Idempotency-Key`. Refuses private addresses. Never throws: a fault is a result. */
  post(request: {
    readonly url: string;
    readonly body: JsonObject;
    readonly headers?: Readonly<Record<string, string>>;
  }): Promise<SendResult>;
}

export interface Sending {
  readonly config: JsonObject;
  /** The idempotency key: `enrollment/ID/op/visit`. */
  readonly key: string;
  readonly lead: {
    readonly id: LeadId;
    readonly name: string;
    readonly email: string | null;
    readonly company: string | null;
    readonly score: number;
  };
  readonly enrollment: EnrollmentId;
  readonly node: NodeId;
  readonly http: HttpPort;
  /** Links to the lead's page, for messages to our own people. */
  readonly leadUrl: string;
}

/** Acts on the outside world, through the ports given. `mail` is the product's own channel and is sent by services. */
export type ExternalEffect =
  | { readonly kind: 'mail' }
  | { readonly kind: 'external'; send(sending: Sending): Promise<SendResult> };

export type Effect = InlineEffect | ExternalEffect;
