import type { UnclearEffect } from '@sodate/services/effect/list-unclear-effects';

/** What a person may say of a send, by how it stands. */
export const sendWords = {
  unclear: ['arrived', 'again', 'missing'],
  doubled: ['seen'],
  failed: ['again', 'missing'],
} as const satisfies Record<UnclearEffect['kind'], readonly string[]>;
