import { progress } from '@sodate/database/schema/journey';
import { sql } from 'drizzle-orm';

/** The worker's mark in `progress`: steps written before it are in `step_rollup`. */
export const rollupProgress = 'step-rollup';

/** SQL: the moment up to which steps are summed; the beginning of time before the first sum. */
export const summedUpTo = sql`coalesce(
  (select ${progress.at} from ${progress} where ${progress.name} = ${rollupProgress}),
  '-infinity'::timestamptz
)`;
