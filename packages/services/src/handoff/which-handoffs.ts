import type { HandoffState } from '@sodate/database/schema/handoff';
import type { UserId } from '@sodate/journey/id';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readMonths } from '../organisation/read-months.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { readZone } from '../organisation/read-zone.ts';
import { pageInput } from '../page.ts';
import { answeredTodaySql } from './answered-today-sql.ts';
import { contactPlannedSql } from './contact-due-sql.ts';
import { doneShape, monthSql, reasonSql } from './done-handoffs.ts';
import { answerParts, answerSql, countedStates, dueDaysSql, duePeriods, dueSql, givenSinceSql } from './due-answers.ts';
import { holderSql } from './given-after-sql.ts';
import { onlyOwnerFor } from './handoff-access.ts';
import { workedStates } from './next-contact.ts';
import { givenSinceOutcomeSql, monthOutcomes, outcomeSql } from './outcome-of-month.ts';
import { ownedBy } from './owned-by.ts';

export const handoffViews = ['open', 'working', 'closed'] as const;

export type HandoffView = (typeof handoffViews)[number];

export const handoffScopeInput = z.object({
  /** Everybody's where left out (a rep is shown their own whatever is asked); 'nobody': without an owner who is with us. */
  owner: z.union([z.uuid().transform((id) => id as UserId), z.literal('nobody')]).optional(),
});

export type HandoffScope = z.output<typeof handoffScopeInput>;

export const listHandoffsInput = pageInput.extend({
  ...handoffScopeInput.shape,
  view: z.enum(handoffViews).default('open'),
  /** How their first answers went; left out: however. */
  answer: z.enum(answerParts).optional(),
  /**
   * In place of a view: those that are counted as due then, by deadline. `owner` is then who had it when it was due,
   * as the counts are of them.
   */
  due: z.enum(duePeriods).optional(),
  /** Of those in progress: whose next contact is planned, the soonest first. */
  contact: z.literal('planned').optional(),
  /** Days of the organisation: of the next contact where `contact` is asked for, else of the deadline. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** In place of both: those that came to it since this month began, the latest first. `owner` is who had it then. */
  outcome: z.enum(monthOutcomes).optional(),
  /** In place of all these: those that the reader has answered today. */
  answered: z.literal('today').optional(),
  ...doneShape,
});

export type WhichHandoffs = Omit<z.output<typeof listHandoffsInput>, 'limit' | 'after'>;

const statesOf: Readonly<Record<HandoffView, readonly HandoffState[]>> = {
  open: ['open'],
  working: workedStates,
  closed: ['rejected', 'won', 'lost', 'withdrawn'],
};

/** Over `handoff` as h: the states that a list shows, and the time that it goes by. */
export interface HandoffOrder {
  readonly states: readonly HandoffState[];
  readonly column: 'due_at' | 'work_at' | 'met_at' | 'closed_at';
  readonly direction: 'asc' | 'desc';
}

export function orderOf({ view, due, outcome, contact, answered, result }: WhichHandoffs): HandoffOrder {
  if (answered !== undefined) return { states: [...countedStates, 'withdrawn'], column: 'due_at', direction: 'asc' };
  if (outcome === 'met') return { states: countedStates, column: 'met_at', direction: 'desc' };
  if (outcome !== undefined) return { states: [outcome], column: 'closed_at', direction: 'desc' };
  if (due !== undefined) return { states: countedStates, column: 'due_at', direction: 'asc' };
  if (contact !== undefined) return { states: workedStates, column: 'work_at', direction: 'asc' };
  if (view === 'closed')
    return { states: result === undefined ? statesOf.closed : [result], column: 'closed_at', direction: 'desc' };
  if (view === 'working') return { states: statesOf.working, column: 'work_at', direction: 'asc' };
  return { states: statesOf[view], column: 'due_at', direction: 'asc' };
}

/** Joins and conditions to append: whose, how answered, due when, contacted when. */
export async function whichSql({
  context,
  input,
}: {
  context: Context;
  input: Omit<WhichHandoffs, 'view'>;
}): Promise<{ join: SQL; which: SQL }> {
  const now = context.clock.now();
  const { actor } = context;
  const { answer, due, outcome, answered: today } = input;
  if (today !== undefined) {
    if (actor.kind !== 'user') return { join: sql``, which: sql` and false` };
    const ids = answeredTodaySql({ by: actor.id, now, zone: await readZone({ context }) });
    // An array: these few are looked up by their id, however many others the list would walk through.
    return { join: sql``, which: sql` and h.id = any(array(${ids}))` };
  }
  if (outcome !== undefined) {
    const { this: span } = await readMonths({ context, now });
    const owner = onlyOwnerFor(actor) ?? input.owner;
    return {
      join: givenSinceOutcomeSql(outcome),
      which: sql` and ${outcomeSql({ outcome, span })}${heldSql(owner)}${reasonSql(input)}`,
    };
  }
  const answered = answer === undefined ? sql`` : sql` and ${answerSql({ part: answer, now })}`;
  if (due === undefined) {
    const planned = await plannedSql({ context, input });
    const done = sql`${await monthSql({ context, input })}${reasonSql(input)}`;
    return { join: sql``, which: sql`${ownerSql({ context, scope: input })}${answered}${planned}${done}` };
  }
  const { zone } = await readOrganisation({ context });
  const rep = onlyOwnerFor(actor);
  // Whatever is due at all is a rep's to answer now; of a week or a month they see what was theirs when it was due.
  const own = due === 'ever' ? ownerSql({ context, scope: {} }) : sql``;
  const owner = due === 'ever' ? input.owner : (rep ?? input.owner);
  const which = sql`${own}${answered} and ${dueSql({ period: due, now, zone })}${heldSql(owner)}`;
  return { join: givenSinceSql({ now }), which };
}

/** Who had it then: a condition to append, after `givenAfterSql`. */
function heldSql(owner: HandoffScope['owner']): SQL {
  if (owner === undefined) return sql``;
  return owner === 'nobody'
    ? sql` and not exists (select from "user" held where held.id = ${holderSql})`
    : sql` and ${holderSql} = ${owner}::uuid`;
}

async function plannedSql({
  context,
  input: { contact, from, until },
}: {
  context: Context;
  input: Omit<WhichHandoffs, 'view'>;
}): Promise<SQL> {
  if (contact === undefined && from === undefined && until === undefined) return sql``;
  if (contact === undefined) return sql` and ${dueDaysSql({ from, until, zone: await readZone({ context }) })}`;
  return sql` and ${contactPlannedSql({ from, until, zone: await readZone({ context }) })}`;
}

/** Whose hand-offs: a condition to append, over `h`. */
export function ownerSql({ context, scope }: { context: Context; scope: HandoffScope }): SQL {
  const owner = onlyOwnerFor(context.actor) ?? scope.owner;
  if (owner === undefined) return sql``;
  return sql` and ${ownedBy({ owner: sql`h.owner_id`, of: owner })}`;
}
