import type { HandoffRow } from '@sodate/database/schema/handoff';
import { calendar as calendarTable, notice } from '@sodate/database/schema/organisation';
import { type Role, user } from '@sodate/database/schema/user';
import type { TeamId, UserId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import { formatInstant } from '@sodate/journey/time/instant';
import { and, eq } from 'drizzle-orm';
import { ensureDefaultCalendar } from '../calendar/ensure-default-calendar.ts';
import { toCalendar } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { lockLeads } from '../event/lock-leads.ts';
import { hrefOf } from '../handoff/href-of.ts';
import { whoseOf } from '../handoff/whose-of.ts';
import { makePasswordLink } from '../person/password-link.ts';
import { storePerson } from '../person/store-person.ts';
import { readScoreRules } from '../score/read-score-rules.ts';
import { storeScores } from '../score/store-scores.ts';
import { saveTeam } from '../team/save-team.ts';
import { inTransaction } from '../transaction.ts';
import { chooseLeads } from './choose-leads.ts';
import { dateHandoff } from './date-handoff.ts';
import type { SalesStaff } from './handoff-course.ts';
import { lockOrganisation } from './lock-organisation.ts';
import { plannedHandoffs } from './planned-handoffs.ts';
import { addressOf, isMadeUpPerson, type SalesPerson, salesManager, salesReps, salesTeam } from './sales-people.ts';
import { storeHandoff } from './store-handoff.ts';

export interface SeededSales {
  readonly kind: 'made';
  readonly handoffs: number;
  /** By which one chooses a password and goes on as the manager; good once, for seven days. */
  readonly managerLink: string;
  readonly manager: string;
  /** As `managerLink`, for one of the reps. */
  readonly repLink: string;
  readonly rep: string;
  readonly team: TeamId;
}

/** Before set-up an installation has neither language nor business hours, so that nobody can be put to work there. */
export type SeedSalesResult = SeededSales | { readonly kind: 'there-already' } | { readonly kind: 'not-set-up' };

/**
 * A made-up sales team of a manager and three reps, and a month of hand-offs in every state for them to work on, of the
 * made-up leads: all of it, or, where something goes wrong, nothing. They can sign in once they have opened their link, as
 * whoever is invited.
 */
export async function seedSales({ context }: { context: Context }): Promise<SeedSalesResult> {
  return inTransaction({ context }, (inner) => seedInside({ context: inner }));
}

async function seedInside({ context }: { context: Context }): Promise<SeedSalesResult> {
  const own = await lockOrganisation({ context });
  if (own === undefined) return { kind: 'not-set-up' };
  const working = and(isMadeUpPerson(), eq(user.banned, false));
  const [there] = await context.database.select({ id: user.id }).from(user).where(working).limit(1);
  if (there !== undefined) return { kind: 'there-already' };
  const staff = await hire({ context, language: own.language });
  const stored = await storePlans({ context, staff });
  await tellOfWaiting({ context, rows: stored, manager: staff.manager });
  const managerLink = await makePasswordLink({ context, person: staff.manager, kind: 'invitation' });
  const manager = salesManager.name[staff.language];
  const [first, repId] = [salesReps[0], staff.reps[0]];
  if (first === undefined || repId === undefined) throw new Error('the made-up team has no rep');
  const repLink = await makePasswordLink({ context, person: repId, kind: 'invitation' });
  const rep = first.name[staff.language];
  return { kind: 'made', handoffs: stored.length, managerLink, manager, repLink, rep, team: staff.team };
}

async function hire({ context, language }: { context: Context; language: Language }): Promise<SalesStaff> {
  const manager = await hireOne({ context, one: salesManager, role: 'sales-manager', language });
  const reps: UserId[] = [];
  for (const one of salesReps) reps.push(await hireOne({ context, one, role: 'sales-rep', language }));
  const { id: team } = await saveTeam({ context, input: { name: salesTeam[language], members: reps } });
  return { manager, reps, team, language, calendar: await ensureDefaultCalendar({ context }) };
}

/** Somebody who was deactivated when the made-up data went comes back. */
async function hireOne({
  context,
  one,
  role,
  language,
}: {
  context: Context;
  one: SalesPerson;
  role: Role;
  language: Language;
}): Promise<UserId> {
  const email = addressOf(one);
  const [back] = await context.database
    .update(user)
    .set({ banned: false })
    .where(eq(user.email, email))
    .returning({ id: user.id });
  return back?.id ?? (await storePerson({ context, person: { name: one.name[language], email, role, language } }));
}

async function storePlans({ context, staff }: { context: Context; staff: SalesStaff }): Promise<readonly HandoffRow[]> {
  const now = context.clock.now();
  const [row] = await context.database.select().from(calendarTable).where(eq(calendarTable.id, staff.calendar));
  if (!row) throw new Error('there is no calendar');
  const dated = plannedHandoffs.map((plan) => ({ plan, dated: dateHandoff({ plan, calendar: toCalendar(row), now }) }));
  const leads = await chooseLeads({ context, moments: dated.map((one) => one.dated.createdAt) });
  const held = new Set((await lockLeads({ context, leads: [...leads.values()] })).map(({ id }) => id));
  const stored: HandoffRow[] = [];
  for (const one of dated) {
    const lead = leads.get(one.dated.createdAt);
    if (lead !== undefined && held.has(lead)) stored.push(await storeHandoff({ context, staff, ...one, lead }));
  }
  const rules = await readScoreRules({ context });
  await storeScores({ context, rules, leads: stored.map(({ leadId }) => leadId), now });
  return stored;
}

/** What stands among the notices of those who have to act: in the product, with no mail. */
async function tellOfWaiting({
  context,
  rows,
  manager,
}: {
  context: Context;
  rows: readonly HandoffRow[];
  manager: UserId;
}): Promise<void> {
  const lines = rows
    .filter(({ state }) => state === 'open')
    .flatMap((row) => {
      const about = {
        detail: { lead: row.leadId, dueAt: formatInstant(row.dueAt) },
        href: hrefOf(row),
      };
      const owner = row.ownerId === null ? [] : [row.ownerId];
      const assigned = owner.map((userId) => ({
        ...about,
        userId,
        kind: 'handoff-assigned' as const,
        at: row.createdAt,
      }));
      const { overdueAt } = row;
      if (overdueAt === null) return assigned;
      const late = owner.map((userId) => ({ ...about, userId, kind: 'handoff-overdue' as const, at: overdueAt }));
      const escalated = {
        ...about,
        detail: { ...about.detail, ...whoseOf(row) },
        userId: manager,
        kind: 'handoff-escalated' as const,
        at: overdueAt,
      };
      return [...assigned, ...late, escalated];
    });
  const inOrder = lines.toSorted((one, other) => one.at - other.at);
  if (inOrder.length > 0) await context.database.insert(notice).values(inOrder);
}
