import { type UserRow, user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { localDay } from '@sodate/journey/time/local-day';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readOrganisation } from '../organisation/read-organisation.ts';
import { type AbsentDays, absentDaysOf } from './absence-columns.ts';
import type { HandoffToMove } from './handoffs-to-move.ts';
import { isAwayIn } from './is-away-in.ts';
import type { MoveHandoffsInput } from './person-input.ts';

type Heir = Pick<UserRow, 'id' | 'absent' | 'absentFrom' | 'absentUntil'>;

/** Whether somebody is there for a hand-off, and not the one whom it is taken from. */
export type MayTakeOver = (handoff: Omit<HandoffToMove, 'id'>) => (heir: Heir) => boolean;

/**
 * Who can take over what somebody gives on: neither they, nor whoever is away today, on the day of a deadline that is
 * still to be met, or in the days that it is given on for: those of the input, or else those that are arranged.
 */
export async function readWhoMayTakeOver({
  context,
  input: { id, during },
}: {
  context: Context;
  input: Pick<MoveHandoffsInput, 'id' | 'during'>;
}): Promise<MayTakeOver> {
  const { zone } = await readOrganisation({ context });
  const today = localDay({ at: context.clock.now(), zone });
  const arranged = during === undefined && id !== 'nobody' ? await readDays({ context, person: id }) : (during ?? null);
  const ahead =
    arranged !== null && arranged.until >= today ? [{ ...arranged, from: later(arranged.from, today) }] : [];
  return ({ state, dueAt, offsetMs }) => {
    const due = localDay({ at: asInstant(dueAt - offsetMs), zone });
    const days = [oneDay(today), ...(state === 'open' && due > today ? [oneDay(due)] : []), ...ahead];
    return (heir) => heir.id !== id && !days.some((some) => isAwayIn(heir, some));
  };
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
