import type { Role } from '@sodate/database/schema/user';
import type { DrawingRight } from './journey-context.ts';

/** How much of a journey a person of this role may draw. */
export function rightOf(role: Role): DrawingRight {
  if (role === 'admin' || role === 'marketer') return 'all';
  return role === 'sales-manager' ? 'sales' : 'none';
}
