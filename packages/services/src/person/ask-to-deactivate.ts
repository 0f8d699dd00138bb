import { notice } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { asId, type UserId } from '@sodate/journey/id';
import { type Instant, plus } from '@sodate/journey/time/instant';
import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isMadeUpAddress } from '../seed/sales-people.ts';
import { inTransaction } from '../transaction.ts';
import type { askToDeactivateInput } from './person-input.ts';
import { personUnknown } from './person-unknown.ts';
import { requirePerson } from './require-person.ts';

type Input = z.output<typeof askToDeactivateInput>;

export interface DeactivationAsked {
  /** The names of those who are asked. */
  readonly admins: readonly string[];
  /** Of late, and not done yet; null: nobody has asked. */
  readonly asked: { readonly at: Instant; readonly by: string } | null;
}

/** After that, one may ask again. */
const standsForMs = 7 * 86_400_000;

/**
 * Asks the admins, in their notices, to deactivate somebody. Asked again within a week, it tells who asked and when.
 * @throws RequestError 'not-found', also where they are deactivated already.
 */
export async function askToDeactivate({
  context,
  input,
}: {
  context: Context;
  input: Input;
}): Promise<DeactivationAsked> {
  return inTransaction({ context }, async (inner) => {
    const [person] = await inner.database
      .select({ id: user.id })
      .from(user)
      .where(and(eq(user.id, input.id), eq(user.banned, false)))
      .for('update');
    if (person === undefined) throw personUnknown();
    const before = await readDeactivationAsked({ context: inner, input });
    if (before.asked !== null || before.admins.length === 0) return before;
    const [asker] = await inner.database
      .select({ name: user.name })
      .from(user)
      .where(eq(user.id, requirePerson(inner)));
    const kind = 'deactivation-asked' as const;
    const detail = { to: input.id, by: asker?.name ?? '', asker: requirePerson(inner) };
    const admins = await readAdmins(inner);
    await inner.database
      .insert(notice)
      .values(admins.map(({ id }) => ({ userId: id, kind, detail, href: hrefOf(input.id) })));
    return readDeactivationAsked({ context: inner, input });
  });
}

/** Whom one would ask to deactivate somebody, and whether it was asked. */
export async function readDeactivationAsked({
  context,
  input,
}: {
  context: Context;
  input: Input;
}): Promise<DeactivationAsked> {
  const admins = await readAdmins(context);
  if (admins.length === 0) return { admins: [], asked: null };
  const since = plus(context.clock.now(), -standsForMs);
  const [asked] = await context.database
    .select({ at: notice.at, detail: notice.detail })
    .from(notice)
    .where(
      and(
        inArray(
          notice.userId,
          admins.map(({ id }) => id),
        ),
        aboutSql(input.id),
        gt(notice.at, since),
      ),
    )
    .orderBy(desc(notice.id))
    .limit(1);
  return {
    admins: admins.map(({ name }) => name),
    asked: asked === undefined ? null : { at: asked.at, by: String(asked.detail.by) },
  };
}

/** It was done: whoever asked hears so; nobody has to be asked any more, nor is it said of them once they are back. */
export async function endDeactivationAsked({ context, person }: { context: Context; person: UserId }): Promise<void> {
  const admins = await readAdmins(context);
  if (admins.length === 0) return;
  const asked = await context.database
    .delete(notice)
    .where(
      and(
        inArray(
          notice.userId,
          admins.map(({ id }) => id),
        ),
        aboutSql(person),
      ),
    )
    .returning({ asker: notice.detail });
  const { actor } = context;
  const askers = new Set(
    asked.flatMap(({ asker: { asker } }) => (asker === undefined ? [] : [asId<'user'>(String(asker))])),
  );
  if (actor.kind === 'user') askers.delete(actor.id);
  if (askers.size === 0) return;
  const done = { kind: 'deactivation-done' as const, detail: { to: person }, href: '/settings/teams' };
  await context.database.insert(notice).values([...askers].map((userId) => ({ userId, ...done })));
}

function aboutSql(person: UserId) {
  return and(eq(notice.kind, 'deactivation-asked'), eq(notice.href, hrefOf(person)));
}

/** People whom the seed made up only where nobody else is there. */
async function readAdmins({ database }: Context) {
  const rows = await database
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(and(eq(user.role, 'admin'), eq(user.banned, false)))
    .orderBy(user.name);
  const real = rows.filter(({ email }) => !isMadeUpAddress(email));
  return real.length > 0 ? real : rows;
}

function hrefOf(person: UserId): string {
  return `/settings/people?person=${person}`;
}
