import { isUuid } from '@sodate/journey/id';
import { invalid } from './errors.ts';

/** Where a page ended: the sort value of its last row, and that row's id. */
export interface PageCursor {
  readonly value: string;
  readonly id: string;
}

/** A cursor as `Page.next` carries it: opaque to callers. */
export function formatCursor({ value, id }: PageCursor): string {
  return `${id}~${value}`;
}

/** @throws RequestError where the text was not made by `formatCursor`. */
export function parseCursor(text: string): PageCursor {
  const at = text.indexOf('~');
  if (!isUuid(text.slice(0, Math.max(0, at)))) throw unreadable();
  return { id: text.slice(0, at), value: text.slice(at + 1) };
}

/** A cursor whose value is a time, as PostgreSQL reads it. @throws RequestError where it is none of ours. */
export function parseTimeCursor(text: string): PageCursor {
  const { id, value } = parseCursor(text);
  return { id, value: readCursorTime(value) };
}

/** A time in a cursor, in the form and the bounds that PostgreSQL reads. @throws RequestError where it is none. */
export function readCursorTime(value: string): string {
  const time = new Date(value);
  if (Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1 || time.getUTCFullYear() > 9_999) throw unreadable();
  return time.toISOString();
}

/** A cursor whose value is a whole number within PostgreSQL's integer. @throws RequestError where it is none of ours. */
export function parseWholeCursor(text: string): { readonly id: string; readonly value: number } {
  const { id, value } = parseCursor(text);
  return { id, value: readCursorWhole(value) };
}

/** A whole number in a cursor, within PostgreSQL's integer. @throws RequestError where it is none. */
export function readCursorWhole(value: string): number {
  const whole = Number(value);
  if (!/^-?\d+$/.test(value) || whole < -(2 ** 31) || whole >= 2 ** 31) throw unreadable();
  return whole;
}

function unreadable() {
  return invalid(
    {
      ja: '続きの位置を読み取れません。一覧を読み込み直してください。',
      en: 'This place in the list cannot be read. Reload the list.',
    },
    'after',
  );
}
