import { enrollment } from '@sodate/database/schema/enrollment';
import { audit } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { sql } from 'drizzle-orm';

/** Who took the lead out of the journey; null where nobody did, or the person is no longer known. In joins only. */
export const removedBySql = sql<string | null>`
  case when ${enrollment.reason} = 'removed' then (
    select ${user.name} from ${audit} join ${user} on ${user.id} = ${audit.userId}
    where ${audit.subject} = 'enrollment' and ${audit.subjectId} = ${enrollment.id}::text
      and ${audit.action} = 'enrollment-removed'
    order by ${audit.id} desc limit 1
  ) end`;
