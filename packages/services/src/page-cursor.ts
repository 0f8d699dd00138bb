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
  if (!isUuid(text.slice(0, Math.max(0, at)))) {
    throw invalid(
      {
        ja: '続きの位置を読み取れません。一覧を読み込み直してください。',
        en: 'This place in the list cannot be read. Reload the list.',
      },
      'after',
    );
  }
  return { id: text.slice(0, at), value: text.slice(at + 1) };
}
