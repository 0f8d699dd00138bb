import { team, teamMember } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { TeamId, UserId } from '@sodate/journey/id';
import { and, asc, eq, not } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { awayNow } from '../person/away-now.ts';

/** The member whose turn it is, absent and deactivated ones left out; null where nobody is there. Locks the team. */
export async function takeTurnInTeam({
  context,
  team: id,
}: {
  context: Context;
  team: TeamId;
}): Promise<UserId | null> {
  const [row] = await context.database
    .select({ lastTurn: team.lastTurn })
    .from(team)
    .where(eq(team.id, id))
    .for('update');
  if (!row) return null;
  const members = await context.database
    .select({ user: teamMember.userId, position: teamMember.position })
    .from(teamMember)
    .innerJoin(user, eq(user.id, teamMember.userId))
    .where(and(eq(teamMember.teamId, id), not(awayNow(context)), eq(user.banned, false)))
    .orderBy(asc(teamMember.position));
  const next = members.find(({ position }) => position > row.lastTurn) ?? members[0];
  if (!next) return null;
  await context.database.update(team).set({ lastTurn: next.position }).where(eq(team.id, id));
  return next.user;
}
