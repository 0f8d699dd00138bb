import { type HandoffRow, handoff } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { stageByAnswer } from '@sodate/journey/stage';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import { changeStage } from '../lead/change-stage.ts';
import { originOf } from './carry-on-handoff.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { assertNotClosed, findAnswer } from './find-answer.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { handoffInput } from './handoff-input.ts';
import type { LockedHandoff } from './lock-handoff.ts';
import { readStage } from './read-stage.ts';

export interface Accepted {
  readonly state: HandoffRow['state'];
  /** Somebody else had accepted it before: who. Null: it is oneself who did, now or before. */
  readonly alreadyBy: { readonly name: string | null } | null;
}

/**
 * Takes a hand-off on: the deadline is met, the lead becomes SQL, the journey hears of it. Accepting once more changes
 * nothing and says who did, unless it was oneself. @throws RequestError 'not-found', 'forbidden' (another's), 'conflict' (closed).
 */
export async function acceptHandoff({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof handoffInput>;
}): Promise<Accepted> {
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked }) => {
    assertMayAnswer({ actor: inner.actor, row: locked.row });
    await assertNotClosed({ context: inner, row: locked.row });
    if (locked.row.state !== 'open') {
      const answer = await findAnswer({ context: inner, row: locked.row });
      const own = inner.actor.kind === 'user' && answer?.by === inner.actor.id;
      return { state: locked.row.state, alreadyBy: own ? null : { name: answer?.byName ?? null } };
    }
    const row = await takeOn({ context: inner, locked });
    await writeHandoff({ context: inner, row, values: {} });
    return { state: row.state, alreadyBy: null };
  });
}

/** The acceptance itself, under the caller's locks; the caller nudges the timer. One that nobody owned gets its owner. */
export async function takeOn({ context, locked }: { context: Context; locked: LockedHandoff }): Promise<HandoffRow> {
  const { row, now } = locked;
  const { actor } = context;
  const owner = row.ownerId ?? (actor.kind === 'user' ? actor.id : null);
  const [taken] = await context.database
    .update(handoff)
    .set({ state: 'accepted', acceptedAt: now, until: null, ownerId: owner })
    .where(eq(handoff.id, row.id))
    .returning();
  if (!taken) throw new Error(`hand-off ${row.id} vanished under its lock`);
  if (owner !== row.ownerId) {
    await context.database.update(lead).set({ ownerId: owner }).where(eq(lead.id, row.leadId));
  }
  const stageBefore = await readStage({ context, row });
  const stage = stageByAnswer.accepted;
  const moved = await changeStage({ context, lead: row.leadId, stage, cause: originOf(row), onlyForward: true });
  await writeEntry({ context, row, kind: 'accepted', detail: moved ? { stageBefore, stageAfter: stage } : {} });
  await storeEvents({
    context,
    events: [{ lead: row.leadId, name: 'handoff-accepted', handoff: row.id, ...originOf(row) }],
  });
  return taken;
}
