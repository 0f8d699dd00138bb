import { journey } from '@sodate/database/schema/journey';
import { mailUse } from '@sodate/database/schema/mail';
import type { JourneyId, MailId } from '@sodate/journey/id';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Which journeys name a mail: those that send it now first, and how many there are. */
export interface MailUsers {
  readonly count: number;
  readonly first: readonly { readonly id: JourneyId; readonly name: string; readonly running: boolean }[];
}

const named = 2;
const running = sql`(${mailUse.inLive} and ${journey.state} in ('live', 'paused'))`;

/** The journeys of a page of mails, in one query; archived journeys are left out. */
export async function readUsersOfMails({
  context,
  mails,
}: {
  context: Context;
  mails: readonly MailId[];
}): Promise<ReadonlyMap<MailId, MailUsers>> {
  if (mails.length === 0) return new Map();
  const rows = await context.database.execute<{
    mail: MailId;
    id: JourneyId;
    name: string;
    running: boolean;
    count: number;
  }>(sql`
    select mail, id, name, running, count from (
      select ${mailUse.mailId} as mail, ${journey.id} as id, ${journey.name} as name,
        ${running} as running,
        count(*) over (partition by ${mailUse.mailId})::int as count,
        row_number() over (partition by ${mailUse.mailId} order by ${running} desc, ${journey.id} desc) as place
      from ${mailUse} join ${journey} on ${journey.id} = ${mailUse.journeyId}
      where ${and(inArray(mailUse.mailId, [...mails]), isNull(journey.archivedAt))}
    ) as uses where place <= ${named} order by mail, place`);
  const users = new Map<MailId, MailUsers>();
  for (const { mail, count, ...one } of rows) {
    users.set(mail, { count, first: [...(users.get(mail)?.first ?? []), one] });
  }
  return users;
}
