import type { Database } from '@sodate/database/connect';
import type { Role } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';
import type { NodeTypes } from '@sodate/nodes/kit/node-types';
import type { Telemetry } from './telemetry/telemetry.ts';
import type { Timings } from './timings.ts';

export type Actor =
  | { readonly kind: 'user'; readonly id: UserId; readonly role: Role; readonly language: Language }
  /** The engine, the command line, a schedule. */
  | { readonly kind: 'system' };

export interface Clock {
  now(): Instant;
}

export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What every verb gets beside its input. `database` is a pool or an open transaction; verbs join an outer one. */
export interface Context {
  readonly database: Database;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly nodeTypes: NodeTypes;
  readonly logger: Logger;
  /** Where somebody measures: absent in tests and tools. */
  readonly telemetry?: Telemetry;
  /** Where this installation is reached: makes all links. No trailing slash. */
  readonly publicUrl: string;
  /** Embedded mode: the demo site and the local mailbox are shown. */
  readonly demo?: boolean;
}

export const systemClock: Clock = { now: () => Date.now() as Instant };
