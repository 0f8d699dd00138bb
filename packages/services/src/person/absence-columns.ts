import type { UserRow } from '@sodate/database/schema/user';

/** Both included: "2026-12-28" to "2027-01-04". */
export interface AbsentDays {
  readonly from: string;
  readonly until: string;
}

/** Days of absence as the row keeps them; undefined: they stay as they are. */
export function absenceColumns(days: AbsentDays | null | undefined) {
  if (days === undefined) return {};
  return { absentFrom: days?.from ?? null, absentUntil: days?.until ?? null };
}

/** Days of absence as they are shown; null: none are set. */
export function absentDaysOf({
  absentFrom,
  absentUntil,
}: Pick<UserRow, 'absentFrom' | 'absentUntil'>): AbsentDays | null {
  return absentFrom === null || absentUntil === null ? null : { from: absentFrom, until: absentUntil };
}
