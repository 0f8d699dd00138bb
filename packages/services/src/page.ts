import { z } from 'zod';

/** Server-side paging, by key: pass the last page's `next` as `after`. At most 200 rows a page. */
export const pageInput = z.object({
  after: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

/** For lists in the order of their ids. */
export const idPageInput = pageInput.extend({ after: z.uuid().optional() });

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Absent: this was the last page. */
  readonly next?: string;
}
