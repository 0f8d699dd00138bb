import { type UserRow, user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { localDay } from '@sodate/journey/time/local-day';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { type AbsentDays, absentDaysOf } from './absence-columns.ts';
import type { CallsDuring } from './calls-during-sql.ts';
import type { HandoffToMove } from './handoffs-to-move.ts';
import { isAwayIn } from './is-away-in.ts';
import type { MoveHandoffsInput } from './person-input.ts';

type Heir = Pick<UserRow, 'id' | 'absent' | 'absentFrom' | 'absentUntil'>;

interface GivenOn {
  readonly context: Context;
  readonly input: Pick<MoveHandoffsInput, 'id' | 'during' | 'meanwhile'>;
}

/** Whether somebody is there for a hand-off, and not the one whom it is taken from. */
export type MayTakeOver = (handoff: Omit<HandoffToMove, 'id'>) => (heir: Heir) => boolean;

/**
 * Who can take over what somebody gives on: neither they, nor whoever is away today, on the day of a deadline that is
 * still to be met, or in the days that it is given on for: those of the input, or else those that are arranged.
 */
export async function readWhoMayTakeOver({ context, input }: GivenOn): Promise<MayTakeOver> {
  const { id } = input;
  const { zone } = await readOrganisation({ context });
  const today = localDay({ at: context.clock.now(), zone });
  const days = await readDaysOf({ context, input });
  const ahead = days !== null && days.until >= today ? [{ ...days, from: later(days.from, today) }] : [];
  return ({ state, dueAt, offsetMs }) => {
    const due = localDay({ at: asInstant(dueAt - offsetMs), zone });
    const needed = [oneDay(today), ...(state === 'open' && due > today ? [oneDay(due)] : []), ...ahead];
    return (heir) => heir.id !== id && !needed.some((some) => isAwayIn(heir, some));
  };
}

/** What calls for them in the days that it is done for, where that alone is given on. */
export async function readCalls({ context, input }: GivenOn): Promise<CallsDuring | undefined> {
  if (input.meanwhile !== true) return undefined;
  const [days, { zone }] = await Promise.all([readDaysOf({ context, input }), readOrganisation({ context })]);
  return { days, zone };
}

async function readDaysOf({ context, input: { id, during } }: GivenOn): Promise<AbsentDays | null> {
  return during === undefined && id !== 'nobody' ? await readDays({ context, person: id }) : (during ?? null);
}

async function readDays({ context, person }: { context: Context; person: UserId }): Promise<AbsentDays | null> {
  const [found] = await context.database
    .select({ absentFrom: user.absentFrom, absentUntil: user.absentUntil })
    .from(user)
    .where(eq(user.id, person));
  return found === undefined ? null : absentDaysOf(found);
}

function oneDay(day: string): AbsentDays {
  return { from: day, until: day };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
