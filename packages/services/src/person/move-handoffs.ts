import { type HandoffState, handoff } from '@sodate/database/schema/handoff';
import { team } from '@sodate/database/schema/organisation';
import type { HandoffId, UserId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conflict, invalid } from '../errors.ts';
import { changeHandoff } from '../handoff/change-handoff.ts';
import { giveHandoff } from '../handoff/give-handoff.ts';
import { assertMayReassign } from '../handoff/handoff-access.ts';
import { type HandoffsOf, ownedBy } from '../handoff/owned-by.ts';
import { requireSalesperson } from '../handoff/reassign-handoff.ts';
import { takeTurnInTeam } from '../handoff/take-turn-in-team.ts';
import { countEach, type Receiver } from './count-each.ts';
import { handoffsToMove, statesToMove } from './handoffs-to-move.ts';
import { type MayTakeOver, readCalls, readWhoMayTakeOver } from './may-take-over.ts';
import { type MovedHandoff, nameMoved } from './name-moved.ts';
import type { MoveHandoffsInput } from './person-input.ts';

export interface MovedHandoffs {
  /** By which the log knows what was moved together; null: nothing was. */
  readonly move: string | null;
  readonly moved: number;
  /** Which: so that all of it can be taken back. */
  readonly handoffs: readonly HandoffId[];
  /** Whose they were and who has them now, the first of them. */
  readonly given: readonly MovedHandoff[];
  readonly receivers: readonly Receiver[];
  /** Where they were: `away`, since nobody of the team is there for them; `changed`, answered or given on meanwhile. */
  readonly stayed: { readonly away: number; readonly changed: number };
}

const nothing: MovedHandoffs = {
  move: null,
  moved: 0,
  handoffs: [],
  given: [],
  receivers: [],
  stayed: { away: 0, changed: 0 },
};

/**
 * Gives all open hand-offs of somebody, or those that nobody has, to another person, or to a team in turns; without
 * `working`, those alone that nobody has answered; with `meanwhile`, those alone that call for them in the days away. A turn passes by whoever it is moved from, and whoever is away now,
 * when the answer is due, or in the absence that it is done for. Deadlines stay, the new owners are told.
 * Each moves in a transaction of its own, so what was moved stays moved where a later one fails: call again for the rest.
 * @throws RequestError 'forbidden', 'invalid' (nobody such), 'conflict' (nobody of the team is there for any).
 */
export async function moveHandoffs({
  context,
  input,
}: {
  context: Context;
  input: MoveHandoffsInput;
}): Promise<MovedHandoffs> {
  assertMayReassign({ actor: context.actor });
  await assertHeir({ context, input });
  const result = await moveAll({ context, input });
  if (result.moved === 0 && result.stayed.away > 0) throw teamAway();
  return result;
}

/** The same for whom the caller has checked it, and without an error where a whole team is away. */
export async function moveAll({
  context,
  input,
}: {
  context: Context;
  input: MoveHandoffsInput;
}): Promise<MovedHandoffs> {
  const { id, to, working = true, note = '' } = input;
  if (to.kind === 'nobody') return nothing;
  const states = statesToMove({ working });
  const mayTakeOver = await readWhoMayTakeOver({ context, input });
  const moved: { id: HandoffId; owner: UserId }[] = [];
  const stayed = { away: 0, changed: 0 };
  const move = crypto.randomUUID();
  const calls = await readCalls({ context, input });
  for await (const row of handoffsToMove({ context, person: id, states, calls })) {
    const one = await moveOne({ context, handoff: row.id, from: id, to, states, note, move, mayTakeOver });
    if ('owner' in one) moved.push({ id: row.id, owner: one.owner });
    else stayed[one.stays] += 1;
  }
  return {
    move: moved.length === 0 ? null : move,
    moved: moved.length,
    handoffs: moved.map((one) => one.id),
    given: await nameMoved({ context, moved }),
    receivers: countEach(moved),
    stayed,
  };
}

/** @throws RequestError where the one who is to take over cannot. */
export async function assertHeir({
  context,
  input: { id, to },
}: {
  context: Context;
  input: Pick<MoveHandoffsInput, 'id' | 'to'>;
}): Promise<void> {
  if (to.kind === 'nobody') return;
  if (to.kind === 'team') {
    const [found] = await context.database.select({ id: team.id }).from(team).where(eq(team.id, to.team));
    if (found === undefined) throw noTeam();
    return;
  }
  if (to.person === id) throw samePerson();
  await requireSalesperson({ context, id: to.person });
}

async function moveOne({
  context,
  handoff: id,
  from,
  to,
  states,
  note,
  move,
  mayTakeOver,
}: {
  context: Context;
  handoff: HandoffId;
  from: HandoffsOf;
  states: readonly HandoffState[];
  note: string;
  move: string;
  to: Exclude<MoveHandoffsInput['to'], { kind: 'nobody' }>;
  mayTakeOver: MayTakeOver;
}): Promise<{ readonly owner: UserId } | { readonly stays: 'away' | 'changed' }> {
  return changeHandoff({ context, handoff: id }, async ({ context: inner, locked: { row } }) => {
    if (!states.includes(row.state)) return { stays: 'changed' };
    // Somebody may have chosen another owner meanwhile.
    const [still] = await inner.database
      .select({ id: handoff.id })
      .from(handoff)
      .where(and(eq(handoff.id, id), ownedBy({ owner: handoff.ownerId, of: from })));
    if (still === undefined) return { stays: 'changed' };
    const may = mayTakeOver(row);
    const owner = to.kind === 'person' ? to.person : await takeTurnInTeam({ context: inner, team: to.team, may });
    if (owner === null) return { stays: 'away' };
    await giveHandoff({ context: inner, row, owner, note, move });
    return { owner };
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
      ja: 'このチームには、その間に受け取れる人がほかにいません。別のチームか人を選んでください。',
      en: 'Nobody else of this team is there to take over. Choose another team, or a person.',
    },
    'to',
  );
}
