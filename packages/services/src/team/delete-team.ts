import { journey, version } from '@sodate/database/schema/journey';
import { team } from '@sodate/database/schema/organisation';
import type { TeamId } from '@sodate/journey/id';
import { eq, sql } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';

/** Removes a team. @throws RequestError where a live or paused journey hands leads off to it. */
export async function deleteTeam({ context, input }: { context: Context; input: { id: TeamId } }): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const using = await journeysWithTeam({ context: inner, team: input.id });
    if (using.length > 0) throw teamInUse(using);
    await inner.database.delete(team).where(eq(team.id, input.id));
    await writeAudit({
      context: inner,
      line: { action: 'team-deleted', subject: 'team', subjectId: input.id },
    });
  });
}

/** Plans of live versions are few and small; the id stands in a hand-off's config and nowhere else. */
async function journeysWithTeam({ context, team: id }: { context: Context; team: TeamId }): Promise<string[]> {
  const rows = await context.database
    .select({ name: journey.name })
    .from(journey)
    .innerJoin(version, eq(version.id, journey.liveVersionId))
    .where(sql`${journey.state} in ('live', 'paused') and ${version.graph}::text like ${`%${id}%`}`)
    .limit(3);
  return rows.map(({ name }) => name);
}

function teamInUse(names: readonly string[]) {
  return conflict({
    ja: `公開中のシナリオ「${names.join('」「')}」がこのチームへ引き渡しています。先に引き渡し先を変えてください。`,
    en: `Leads are handed off to this team by ${names.join(', ')}. Change the receiver there first.`,
  });
}
