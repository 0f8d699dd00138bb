import { team, teamMember } from '@sodate/database/schema/organisation';
import { type UserRow, user } from '@sodate/database/schema/user';
import type { TeamId, UserId } from '@sodate/journey/id';
import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { awayNow } from '../person/away-now.ts';

export interface TurnMember extends Pick<UserRow, 'absent' | 'absentFrom' | 'absentUntil'> {
  readonly id: UserId;
  readonly name: string;
  readonly position: number;
  /** Now. */
  readonly away: boolean;
}

/** Who takes turns in a team, in their order, and whose turn was last. Deactivated people take none. */
export interface TeamTurns {
  readonly lastTurn: number;
  readonly members: readonly TurnMember[];
}

/** The member whose turn it is, absent and deactivated ones left out; null where nobody is there. Locks the team. */
export async function takeTurnInTeam({
  context,
  team: id,
  may = () => true,
}: {
  context: Context;
  team: TeamId;
  /** Passes by others too. */
  may?: (member: TurnMember) => boolean;
}): Promise<UserId | null> {
  await context.database.select({ id: team.id }).from(team).where(eq(team.id, id)).for('update');
  const turns = await readTeamTurns({ context, team: id });
  const next = nextInTurn({ turns, may });
  if (!next) return null;
  await context.database.update(team).set({ lastTurn: next.position }).where(eq(team.id, id));
  return next.id;
}

/** Nobody where there is no such team. */
export async function readTeamTurns({ context, team: id }: { context: Context; team: TeamId }): Promise<TeamTurns> {
  const rows = await context.database
    .select({
      lastTurn: team.lastTurn,
      id: user.id,
      name: user.name,
      position: teamMember.position,
      absent: user.absent,
      absentFrom: user.absentFrom,
      absentUntil: user.absentUntil,
      away: awayNow(context),
    })
    .from(teamMember)
    .innerJoin(team, eq(team.id, teamMember.teamId))
    .innerJoin(user, eq(user.id, teamMember.userId))
    .where(and(eq(teamMember.teamId, id), eq(user.banned, false)))
    .orderBy(asc(teamMember.position));
  return { lastTurn: rows[0]?.lastTurn ?? 0, members: rows.map(({ lastTurn: _last, ...member }) => member) };
}

/** Whose turn is next among those who are there and `may` take it. */
export function nextInTurn({
  turns: { lastTurn, members },
  may,
}: {
  turns: TeamTurns;
  may: (member: TurnMember) => boolean;
}): TurnMember | undefined {
  const there = members.filter((member) => !member.away && may(member));
  return there.find(({ position }) => position > lastTurn) ?? there[0];
}
