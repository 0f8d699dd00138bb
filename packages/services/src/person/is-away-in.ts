import type { UserRow } from '@sodate/database/schema/user';
import type { AbsentDays } from './absence-columns.ts';

/** Whether somebody is away on any of these days, both ends included: by their own word always, or between two days. */
export function isAwayIn(
  { absent, absentFrom, absentUntil }: Pick<UserRow, 'absent' | 'absentFrom' | 'absentUntil'>,
  days: AbsentDays,
): boolean {
  if (absent) return true;
  return absentFrom !== null && absentFrom <= days.until && (absentUntil === null || absentUntil >= days.from);
}
