import type { Text } from '@sodate/journey/text';
import type { Command } from '../process/command.ts';

export const partNames = ['postgres', 'temporal', 'mailbox', 'api', 'worker'] as const;
export type PartName = (typeof partNames)[number];

/** One child process of the embedded mode. */
export interface Part {
  readonly name: PartName;
  readonly title: Text;
  /** What to run; asked again before every start. */
  command(): Promise<Command>;
  /** Resolves when the part can be used. Parts that talk tell so themselves and need none. */
  waitUntilReady?(): Promise<void>;
  /** The longest a start may take. */
  readonly readyWithinMs: number;
  /** Asks it to end cleanly; after `stopWithinMs` it is killed. */
  readonly stopSignal: 'SIGINT' | 'SIGTERM';
  readonly stopWithinMs: number;
}
