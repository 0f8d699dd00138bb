import { user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { nextInTurn, readTeamTurns } from '../handoff/take-turn-in-team.ts';
import { countEach, type Receiver } from './count-each.ts';
import { handoffsToMove, statesToMove } from './handoffs-to-move.ts';
import { type MayTakeOver, readCalls, readWhoMayTakeOver } from './may-take-over.ts';
import type { PreviewMoveInput } from './person-input.ts';

export interface MovePreview {
  readonly receivers: readonly (Receiver & { readonly name: string })[];
  /** For how many nobody is there: of a team they stay where they are; one person is given them all the same. */
  readonly away: number;
}

/** What would become of somebody's open hand-offs if they were given on now: by the same rules as `moveHandoffs`. */
export async function previewMove({
  context,
  input,
}: {
  context: Context;
  input: PreviewMoveInput;
}): Promise<MovePreview> {
  const { id, to, working } = input;
  if (to.kind === 'nobody') return { receivers: [], away: 0 };
  const mayTakeOver = await readWhoMayTakeOver({ context, input });
  const heirs = await readHeirs({ context, to, mayTakeOver });
  const given: { owner: UserId }[] = [];
  let away = 0;
  const calls = await readCalls({ context, input });
  for await (const row of handoffsToMove({ context, person: id, states: statesToMove({ working }), calls })) {
    const { owner, there } = heirs.take(row);
    if (!there) away += 1;
    if (owner !== undefined) given.push({ owner });
  }
  return { receivers: countEach(given).map((one) => ({ ...one, name: heirs.nameOf(one.id) })), away };
}

interface Heirs {
  take(handoff: Parameters<MayTakeOver>[0]): { owner: UserId | undefined; there: boolean };
  nameOf(id: UserId): string;
}

async function readHeirs({
  context,
  to,
  mayTakeOver,
}: {
  context: Context;
  to: Exclude<PreviewMoveInput['to'], { kind: 'nobody' }>;
  mayTakeOver: MayTakeOver;
}): Promise<Heirs> {
  if (to.kind === 'person') {
    const [heir] = await context.database.select().from(user).where(eq(user.id, to.person));
    return {
      take: (row) => ({ owner: to.person, there: heir !== undefined && mayTakeOver(row)(heir) }),
      nameOf: () => heir?.name ?? '',
    };
  }
  let turns = await readTeamTurns({ context, team: to.team });
  return {
    take: (row) => {
      const next = nextInTurn({ turns, may: mayTakeOver(row) });
      if (next === undefined) return { owner: undefined, there: false };
      turns = { ...turns, lastTurn: next.position };
      return { owner: next.id, there: true };
    },
    nameOf: (id) => turns.members.find((member) => member.id === id)?.name ?? '',
  };
}
