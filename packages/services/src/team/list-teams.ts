import { team, teamMember } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { asId, type TeamId, type UserId } from '@sodate/journey/id';
import { and, asc, eq, gt, inArray, or } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseCursor } from '../page-cursor.ts';
import { type AbsentDays, absentDaysOf } from '../person/absence-columns.ts';
import { absenceOver, awayNow } from '../person/away-now.ts';
import { isMadeUpAddress } from '../seed/sales-people.ts';

export const listTeamsInput = pageInput;

export interface TeamMember {
  readonly id: UserId;
  readonly name: string;
  /** Takes no turn now: absent or deactivated. */
  readonly away: boolean;
  readonly deactivated: boolean;
  /** By the seed: mails reach nobody. */
  readonly madeUp: boolean;
  /** By word, until somebody says otherwise; and between two days, today's or to come. */
  readonly absent: boolean;
  readonly absentDays: AbsentDays | null;
}

export interface ListedTeam {
  readonly id: TeamId;
  readonly name: string;
  /** In the order of their turns. */
  readonly members: readonly TeamMember[];
}

/** Teams by name, with their members. */
export async function listTeams({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listTeamsInput>;
}): Promise<Page<ListedTeam>> {
  const after = input.after === undefined ? undefined : parseCursor(input.after);
  const rows = await context.database
    .select({ id: team.id, name: team.name })
    .from(team)
    .where(after && or(gt(team.name, after.value), and(eq(team.name, after.value), gt(team.id, asId(after.id)))))
    .orderBy(asc(team.name), asc(team.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const members = await readMembers({ context, teams: page.map(({ id }) => id) });
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => ({ ...row, members: members.get(row.id) ?? [] })),
    ...(last === undefined ? {} : { next: formatCursor({ value: last.name, id: last.id }) }),
  };
}

async function readMembers({
  context,
  teams,
}: {
  context: Context;
  teams: readonly TeamId[];
}): Promise<ReadonlyMap<TeamId, TeamMember[]>> {
  const rows = await context.database
    .select({
      team: teamMember.teamId,
      id: user.id,
      name: user.name,
      email: user.email,
      absent: user.absent,
      absentFrom: user.absentFrom,
      absentUntil: user.absentUntil,
      away: awayNow(context),
      over: absenceOver(context),
      banned: user.banned,
    })
    .from(teamMember)
    .innerJoin(user, eq(user.id, teamMember.userId))
    .where(inArray(teamMember.teamId, [...teams]))
    .orderBy(asc(teamMember.position));
  const result = new Map<TeamId, TeamMember[]>();
  for (const { team: of, banned, away, over, absentFrom, absentUntil, email, ...member } of rows) {
    const list = result.get(of) ?? [];
    const absentDays = over ? null : absentDaysOf({ absentFrom, absentUntil });
    list.push({ ...member, away: away || banned, deactivated: banned, madeUp: isMadeUpAddress(email), absentDays });
    result.set(of, list);
  }
  return result;
}
