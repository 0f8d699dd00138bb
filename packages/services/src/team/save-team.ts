import { team, teamMember } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { TeamId, UserId } from '@sodate/journey/id';
import { eq, inArray } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { invalid, notFound } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import type { SaveTeamInput } from './team-input.ts';

/**
 * Makes a team, or sets its name and members anew; turns then begin with the first member.
 * @throws RequestError where the team or a member is unknown.
 */
export async function saveTeam({
  context,
  input,
}: {
  context: Context;
  input: SaveTeamInput;
}): Promise<{ readonly id: TeamId }> {
  return await inTransaction({ context }, async (inner) => {
    const members = [...new Set(input.members)];
    await requirePeople({ context: inner, members });
    const id = await storeTeam({ context: inner, input });
    await inner.database.delete(teamMember).where(eq(teamMember.teamId, id));
    const rows = members.map((userId, position) => ({ teamId: id, userId, position }));
    if (rows.length > 0) await inner.database.insert(teamMember).values(rows);
    await writeAudit({
      context: inner,
      line: { action: 'team-saved', subject: 'team', subjectId: id, detail: { name: input.name, members } },
    });
    return { id };
  });
}

async function storeTeam({ context, input }: { context: Context; input: SaveTeamInput }): Promise<TeamId> {
  const { id, name } = input;
  const [row] =
    id === undefined
      ? await context.database.insert(team).values({ name }).returning({ id: team.id })
      : await context.database
          .update(team)
          .set({ name, lastTurn: -1 })
          .where(eq(team.id, id))
          .returning({ id: team.id });
  if (row !== undefined) return row.id;
  throw notFound({
    ja: 'このチームは見つかりません。一覧を読み込み直してください。',
    en: 'This team was not found. Reload the list.',
  });
}

async function requirePeople({ context, members }: { context: Context; members: readonly UserId[] }): Promise<void> {
  const found = await context.database
    .select({ id: user.id })
    .from(user)
    .where(inArray(user.id, [...members]));
  if (found.length === members.length) return;
  throw invalid(
    { ja: 'メンバーに、見つからない人がいます。選び直してください。', en: 'A member was not found. Choose again.' },
    'members',
  );
}
