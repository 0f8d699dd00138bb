import { roles } from '@sodate/database/schema/user';
import { allow } from './procedure.ts';

/** For what anyone signed in may do. */
export function allowEveryone() {
  return allow(...roles);
}
