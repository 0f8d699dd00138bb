import { type Role, user } from '@sodate/database/schema/user';
import { asId, type UserId } from '@sodate/journey/id';
import type { Language } from '@sodate/journey/text';
import { and, asc, eq, gt, ilike, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { escapeLike } from '../condition/escape-like.ts';
import type { Context } from '../context.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseCursor } from '../page-cursor.ts';
import { isMadeUpAddress } from '../seed/sales-people.ts';
import { type AbsentDays, absentDaysOf } from './absence-columns.ts';
import { awayNow, awaySoon } from './away-now.ts';

export const listPeopleInput = pageInput.extend({
  search: z.string().trim().max(100).default(''),
  /** Leaves deactivated people out: for pickers. */
  activeOnly: z.boolean().default(false),
  /** This one alone: to name somebody who is in no picker any more. */
  person: z.uuid().optional(),
});

export interface ListedPerson {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  readonly active: boolean;
  /** Left out of team turns until somebody says otherwise. */
  readonly absent: boolean;
  readonly absentDays: AbsentDays | null;
  /** Left out of team turns now, for either reason. */
  readonly away: boolean;
  /** The first of their days away, where these begin within two weeks: "2026-11-30". */
  readonly awayFrom: string | null;
  /** Invited, and has not chosen a password yet. */
  readonly invited: boolean;
  /** By the seed, for demonstrations. */
  readonly madeUp: boolean;
}

/** Our own people by name. */
export async function listPeople({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listPeopleInput>;
}): Promise<Page<ListedPerson>> {
  const after = input.after === undefined ? undefined : parseCursor(input.after);
  const wanted = `%${escapeLike(input.search)}%`;
  const rows = await context.database
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      language: user.language,
      banned: user.banned,
      absent: user.absent,
      absentFrom: user.absentFrom,
      absentUntil: user.absentUntil,
      away: awayNow(context),
      awayFrom: awaySoon(context),
      // Named in full: in a selection from one table Drizzle would write the bare column, and find the account's.
      invited: sql<boolean>`not exists (select 1 from account a where a.user_id = "user".id)`,
    })
    .from(user)
    .where(
      and(
        input.search === '' ? undefined : or(ilike(user.name, wanted), ilike(user.email, wanted)),
        input.person === undefined ? undefined : eq(user.id, asId(input.person)),
        input.activeOnly ? eq(user.banned, false) : undefined,
        after && or(gt(user.name, after.value), and(eq(user.name, after.value), gt(user.id, asId(after.id)))),
      ),
    )
    .orderBy(asc(user.name), asc(user.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ banned, absentFrom, absentUntil, ...person }) => ({
      ...person,
      madeUp: isMadeUpAddress(person.email),
      absentDays: absentDaysOf({ absentFrom, absentUntil }),
      active: !banned,
    })),
    ...(last === undefined ? {} : { next: formatCursor({ value: last.name, id: last.id }) }),
  };
}
