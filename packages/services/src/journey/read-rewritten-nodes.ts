import { journey, version } from '@sodate/database/schema/journey';
import { mail, mailVersion } from '@sodate/database/schema/mail';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Nodes of the live version whose mail has other words now than the version sends. */
export async function readRewrittenNodes({
  context,
  journey: id,
}: {
  context: Context;
  journey: JourneyId;
}): Promise<readonly NodeId[]> {
  const rows = await context.database.execute<{ node: NodeId }>(sql`
    select pin.key as node from ${journey}
    join ${version} on ${version.id} = ${journey.liveVersionId}
    cross join jsonb_each_text(${version.mails}) as pin
    join ${mailVersion} on ${mailVersion.id} = pin.value::uuid
    join ${mail} on ${mail.id} = ${mailVersion.mailId}
    where ${journey.id} = ${id} and ${mailVersion.words} is distinct from ${mail.words}
    order by node`);
  return rows.map(({ node }) => node);
}
