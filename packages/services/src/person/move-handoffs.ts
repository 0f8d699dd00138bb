import { type HandoffState, handoff } from '@sodate/database/schema/handoff';
import { team } from '@sodate/database/schema/organisation';
import type { HandoffId, UserId } from '@sodate/journey/id';
import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conflict, invalid } from '../errors.ts';
import { changeHandoff } from '../handoff/change-handoff.ts';
import { giveHandoff } from '../handoff/give-handoff.ts';
import { assertMayReassign } from '../handoff/handoff-access.ts';
import { requireSalesperson } from '../handoff/reassign-handoff.ts';
import { takeTurnInTeam } from '../handoff/take-turn-in-team.ts';
import type { MoveHandoffsInput } from './person-input.ts';

const atOnce = 100;
const unanswered = ['open'] as const;
const stillOpen = ['open', 'accepted', 'opportunity'] as const;

/** Whose hand-offs: one person's, or those that nobody who is with us has. */
export type HandoffsOf = UserId | 'nobody';

export interface OpenHandoffs {
  /** Not yet answered. */
  readonly open: number;
  /** Accepted, or a deal by now. */
  readonly working: number;
}

/** How many hand-offs somebody has that still need them. */
export async function countOpenHandoffs({
  context,
  person,
}: {
  context: Context;
  person: HandoffsOf;
}): Promise<OpenHandoffs> {
  const [row] = await context.database
    .select({
      open: sql<number>`count(*) filter (where ${handoff.state} = 'open')::int`,
      working: sql<number>`count(*) filter (where ${handoff.state} <> 'open')::int`,
    })
    .from(handoff)
    .where(and(ownedBy(person), inArray(handoff.state, [...stillOpen])));
  return row ?? { open: 0, working: 0 };
}

/**
 * Gives all open hand-offs of somebody, or those that nobody has, to another person, or to a team in turns; without
 * `working`, those alone that nobody has answered. Deadlines stay, the new owners are told.
 * Each moves in a transaction of its own, so what was moved stays moved where a later one fails: call again for the rest.
 * @throws RequestError 'forbidden', 'invalid' (nobody such), 'conflict' (the whole team is away).
 */
export async function moveHandoffs({
  context,
  input: { id, to, working = true, note = '' },
}: {
  context: Context;
  input: MoveHandoffsInput;
}): Promise<{ readonly moved: number }> {
  assertMayReassign({ actor: context.actor });
  await assertHeir({ context, input: { id, to } });
  if (to.kind === 'nobody') return { moved: 0 };
  const states = working ? stillOpen : unanswered;
  let moved = 0;
  for (let after: HandoffId | undefined; ; ) {
    const rows = await context.database
      .select({ id: handoff.id })
      .from(handoff)
      .where(
        and(ownedBy(id), inArray(handoff.state, [...states]), after === undefined ? undefined : gt(handoff.id, after)),
      )
      .orderBy(asc(handoff.id))
      .limit(atOnce);
    for (const row of rows) if (await moveOne({ context, handoff: row.id, from: id, to, states, note })) moved += 1;
    after = rows.at(-1)?.id;
    if (after === undefined) return { moved };
  }
}

/** @throws RequestError where the one who is to take over cannot. */
export async function assertHeir({ context, input }: { context: Context; input: MoveHandoffsInput }): Promise<void> {
  const { id, to } = input;
  if (to.kind === 'nobody') return;
  if (to.kind === 'team') {
    const [found] = await context.database.select({ id: team.id }).from(team).where(eq(team.id, to.team));
    if (found === undefined) throw noTeam();
    return;
  }
  if (to.person === id) throw samePerson();
  await requireSalesperson({ context, id: to.person });
}

function ownedBy(person: HandoffsOf): SQL | undefined {
  if (person !== 'nobody') return eq(handoff.ownerId, person);
  return sql`(${handoff.ownerId} is null or ${handoff.ownerId} in (select gone.id from "user" gone where gone.banned))`;
}

async function moveOne({
  context,
  handoff: id,
  from,
  to,
  states,
  note,
}: {
  context: Context;
  handoff: HandoffId;
  from: HandoffsOf;
  states: readonly HandoffState[];
  note: string;
  to: Exclude<MoveHandoffsInput['to'], { kind: 'nobody' }>;
}): Promise<boolean> {
  return changeHandoff({ context, handoff: id }, async ({ context: inner, locked: { row } }) => {
    if (!states.includes(row.state)) return false;
    // Somebody may have chosen another owner meanwhile.
    const [still] = await inner.database
      .select({ id: handoff.id })
      .from(handoff)
      .where(and(eq(handoff.id, id), ownedBy(from)));
    if (still === undefined) return false;
    const owner = to.kind === 'person' ? to.person : await takeTurnInTeam({ context: inner, team: to.team });
    if (owner === null) throw teamAway();
    if (owner === row.ownerId) return false;
    await giveHandoff({ context: inner, row, owner, note });
    return true;
  });
}

function samePerson() {
  return invalid({ ja: '引き継ぐのは、別の人にしてください。', en: 'Choose somebody else to take over.' }, 'to');
}

function noTeam() {
  return invalid(
    { ja: 'このチームは見つかりません。選び直してください。', en: 'This team was not found. Choose again.' },
    'to',
  );
}

function teamAway() {
  return conflict(
    {
      ja: 'このチームには、いま受け取れる人がいません。別のチームか人を選んでください。',
      en: 'Nobody of this team is there to take over. Choose another team, or a person.',
    },
    'to',
  );
}
