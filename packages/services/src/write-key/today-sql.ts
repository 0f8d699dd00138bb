import { organisation } from '@sodate/database/schema/organisation';
import { formatInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Today's date in the organisation's zone; before there is one, in Japan's. */
export function todaySql({ clock }: Pick<Context, 'clock'>) {
  const zone = sql`coalesce((select ${organisation.zone} from ${organisation} limit 1), 'Asia/Tokyo')`;
  return sql`(${formatInstant(clock.now())}::timestamptz at time zone ${zone})::date`;
}
