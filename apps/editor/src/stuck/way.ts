import type { Role } from '@sodate/database/schema/user';

export type Way = 'retry' | 'skip' | 'move' | 'remove';

/** The ways out of standing still that somebody may choose. A sales manager takes leads out, and no more. */
export function waysOf(role: Role): readonly Way[] {
  return role === 'admin' || role === 'marketer' ? ['retry', 'skip', 'move', 'remove'] : ['remove'];
}
