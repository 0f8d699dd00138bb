import type { UserId } from '@sodate/journey/id';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import type { Zone } from '@sodate/journey/time/wait-spec';
import { type SQL, sql } from 'drizzle-orm';
import { undoable } from './find-last-act.ts';

/** An answer, or what came of it. */
const answers = undoable.filter((kind) => kind !== 'given-back');

/** The ids of those that somebody has answered since the day began in the zone, taken back ones and test leads' left out. */
export function answeredTodaySql({ by, now, zone }: { by: UserId; now: Instant; zone: Zone }): SQL {
  const today = sql`date_trunc('day', ${formatInstant(now)}::timestamptz at time zone ${zone}) at time zone ${zone}`;
  return sql`select e.handoff_id from handoff_entry e join handoff answered on answered.id = e.handoff_id
    where e.user_id = ${by}::uuid and e.at >= ${today} and not answered.test
      and (e.kind in ${answers} or (e.kind = 'undone' and e.detail ->> 'of' in ${answers}))
    group by e.handoff_id
    having sum(case when e.kind = 'undone' then -1 else 1 end) > 0`;
}
