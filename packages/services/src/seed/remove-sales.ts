import { handoff } from '@sodate/database/schema/handoff';
import { teamMember } from '@sodate/database/schema/organisation';
import { account, session, user } from '@sodate/database/schema/user';
import type { TeamId, UserId } from '@sodate/journey/id';
import { and, asc, inArray, notInArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { RequestError } from '../errors.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { tellUnassigned } from '../handoff/tell-unassigned.ts';
import { endPasswordLinks } from '../person/password-link.ts';
import { deleteTeam } from '../team/delete-team.ts';
import { inTransaction } from '../transaction.ts';
import { lockOrganisation } from './lock-organisation.ts';
import { isMadeUpPerson } from './sales-people.ts';

/**
 * Takes the made-up sales team out. Whoever of them has signed in is deactivated instead, since the trail names them. What
 * they still have of other leads has no owner then, and those who choose one are told.
 */
export async function removeSales({ context }: { context: Context }): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    await lockOrganisation({ context: inner });
    const rows = await inner.database.select({ id: user.id }).from(user).where(isMadeUpPerson()).orderBy(asc(user.id));
    const people = rows.map(({ id }) => id);
    if (people.length === 0) return;
    const teams = await readTeamsOf({ context: inner, people });
    const freed = await letGo({ context: inner, people });
    for (const id of people) await endPasswordLinks({ context: inner, person: id });
    await leave({ context: inner, people });
    for (const row of freed) await tellUnassigned({ context: inner, row });
    for (const id of teams) await deleteUnused({ context: inner, team: id });
  });
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
  await database.delete(user).where(and(inArray(user.id, [...people]), notInArray(user.id, signedIn)));
}

/** Leads before hand-offs, as everywhere. Of erased leads nothing is left to answer, so that nobody is told of them. */
async function letGo({ context, people }: { context: Context; people: readonly UserId[] }) {
  const { database } = context;
  const theirs = and(
    inArray(handoff.ownerId, [...people]),
    inArray(handoff.state, ['open', 'accepted', 'opportunity']),
  );
  const rows = await database.selectDistinct({ lead: handoff.leadId }).from(handoff).where(theirs);
  const held = await lockLeads({ context, leads: rows.map(({ lead }) => lead) });
  const leads = held.map(({ id }) => id);
  await database
    .select({ id: handoff.id })
    .from(handoff)
    .where(and(theirs, inArray(handoff.leadId, leads)))
    .orderBy(asc(handoff.id))
    .for('update');
  return database
    .update(handoff)
    .set({ ownerId: null })
    .where(and(theirs, inArray(handoff.leadId, leads)))
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
