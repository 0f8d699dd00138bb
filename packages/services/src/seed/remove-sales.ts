import { handoff } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { teamMember } from '@sodate/database/schema/organisation';
import { account, session, user } from '@sodate/database/schema/user';
import type { TeamId, UserId } from '@sodate/journey/id';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { RequestError } from '../errors.ts';
import { tellUnassigned } from '../handoff/tell-unassigned.ts';
import { endPasswordLinks } from '../person/password-link.ts';
import { deleteTeam } from '../team/delete-team.ts';
import { inTransaction } from '../transaction.ts';
import { isMadeUpPerson } from './sales-people.ts';

/**
 * Takes the made-up sales team out. Whoever of them has signed in is deactivated instead, since the trail names them. What
 * they still have of other leads has no owner then, and those who choose one are told.
 */
export async function removeSales({ context }: { context: Context }): Promise<void> {
  const people = await context.database.select({ id: user.id }).from(user).where(isMadeUpPerson());
  if (people.length === 0) return;
  const ids = people.map(({ id }) => id);
  const teams = await readTeamsOf({ context, people: ids });
  await inTransaction({ context }, async (inner) => {
    for (const id of ids) await endPasswordLinks({ context: inner, person: id });
    const freed = await letGo({ context: inner, people: ids });
    await leave({ context: inner, people: ids });
    for (const row of freed) await tellUnassigned({ context: inner, row });
  });
  for (const id of teams) await deleteUnused({ context, team: id });
}

/** Teams in which there is nobody else. */
async function readTeamsOf({
  context: { database },
  people,
}: {
  context: Context;
  people: readonly UserId[];
}): Promise<readonly TeamId[]> {
  const rows = await database
    .select({ id: teamMember.teamId })
    .from(teamMember)
    .groupBy(teamMember.teamId)
    .having(sql`bool_and(${inArray(teamMember.userId, [...people])})`);
  return rows.map(({ id }) => id);
}

async function leave({ context: { database }, people }: { context: Context; people: readonly UserId[] }) {
  const signedIn = database
    .select({ id: account.userId })
    .from(account)
    .where(inArray(account.userId, [...people]));
  await database.delete(session).where(inArray(session.userId, [...people]));
  await database.delete(teamMember).where(inArray(teamMember.userId, [...people]));
  await database
    .update(user)
    .set({ banned: true })
    .where(and(inArray(user.id, [...people]), inArray(user.id, signedIn)));
  await database.delete(user).where(and(inArray(user.id, [...people]), eq(user.banned, false)));
}

/** Of erased leads nothing is left to answer, so that nobody is told of them. */
async function letGo({ context: { database }, people }: { context: Context; people: readonly UserId[] }) {
  const there = database.select({ id: lead.id }).from(lead).where(isNull(lead.erasedAt));
  return database
    .update(handoff)
    .set({ ownerId: null })
    .where(
      and(
        inArray(handoff.ownerId, [...people]),
        inArray(handoff.state, ['open', 'accepted', 'opportunity']),
        inArray(handoff.leadId, there),
      ),
    )
    .returning();
}

/** A journey may hand leads to the team by now: then it stays, for its members to be chosen. */
async function deleteUnused({ context, team: id }: { context: Context; team: TeamId }): Promise<void> {
  try {
    await deleteTeam({ context, input: { id } });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
  }
}
