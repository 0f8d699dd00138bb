import type { HandoffRow } from '@sodate/database/schema/handoff';
import { stageByAnswer } from '@sodate/journey/stage';
import type { Instant } from '@sodate/journey/time/instant';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import { changeStage } from '../lead/change-stage.ts';
import { readZone } from '../organisation/read-zone.ts';
import { takeOn } from './accept-handoff.ts';
import { originOf } from './carry-on-handoff.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { assertNotClosed } from './find-answer.ts';
import { assertMayAnswer } from './handoff-access.ts';
import { type ConversationOutcome, isCall, type recordOutcomeInput } from './handoff-input.ts';
import { contactBefore, noContact, standingOf } from './next-contact.ts';
import { readStage } from './read-stage.ts';

/**
 * Records what became of a conversation, as often as there is news. On one that nobody has accepted yet it accepts
 * first: who records one has taken it on. Calls and *met* leave it being worked, *opportunity* too; *won* and *lost* close it.
 * @throws RequestError 'not-found', 'forbidden' (another's), 'conflict' (closed).
 */
export async function recordOutcome({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof recordOutcomeInput>;
}): Promise<HandoffRow> {
  const { outcome, note } = input;
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked }) => {
    assertMayAnswer({ actor: inner.actor, row: locked.row });
    await assertNotClosed({ context: inner, row: locked.row });
    const stageBefore = await readStage({ context: inner, row: locked.row });
    const row = locked.row.state === 'open' ? await takeOn({ context: inner, locked }) : locked.row;
    const done = await isContactDone({ context: inner, row, outcome, now: locked.realNow });
    const changed = await writeHandoff({
      context: inner,
      row,
      values: {
        ...valuesAfter({ outcome, row, now: locked.now }),
        ...(done ? noContact : {}),
        ...(note === '' ? {} : { outcomeNote: note }),
      },
    });
    await tell({ context: inner, row, outcome });
    const stageAfter = await readStage({ context: inner, row });
    await writeEntry({
      context: inner,
      row,
      kind: outcome,
      detail: {
        from: locked.row.state,
        ...(stageAfter === stageBefore ? {} : { stageBefore, stageAfter }),
        ...(row.metAt === null && changed.metAt !== null ? { firstMeeting: 'yes' } : {}),
        ...contactBefore(row),
        ...(note === '' ? {} : { note }),
      },
    });
    return changed;
  });
}

/** What was meant to be done today, or before, is done by now; what is meant for a later day stays. */
async function isContactDone({
  context,
  row,
  outcome,
  now,
}: {
  context: Context;
  row: HandoffRow;
  outcome: ConversationOutcome;
  now: Instant;
}): Promise<boolean> {
  const { nextContactAt: at, nextContactTimed: timed } = row;
  if (at === null) return false;
  if (outcome === 'won' || outcome === 'lost') return true;
  return standingOf({ at, timed, now, zone: await readZone({ context }) }) !== 'later';
}

function valuesAfter({
  outcome,
  row,
  now,
}: {
  outcome: ConversationOutcome;
  row: HandoffRow;
  now: Instant;
}): Partial<HandoffRow> {
  switch (outcome) {
    case 'absent':
    case 'reached':
      return {};
    case 'met':
      return { metAt: row.metAt ?? now };
    case 'opportunity':
      // A deal says nothing of a meeting: that counts where it was recorded.
      return { state: 'opportunity' };
    case 'won':
    case 'lost':
      return { state: outcome, closedAt: now };
    default:
      return outcome satisfies never;
  }
}

/** Stage and event of an outcome; a call changes neither. */
async function tell({
  context,
  row,
  outcome,
}: {
  context: Context;
  row: HandoffRow;
  outcome: ConversationOutcome;
}): Promise<void> {
  if (isCall(outcome)) return;
  const stage = stageByAnswer[outcome];
  if (stage !== undefined) {
    await changeStage({ context, lead: row.leadId, stage, cause: originOf(row), onlyForward: true });
  }
  await storeEvents({
    context,
    events: [{ lead: row.leadId, name: 'handoff-closed', handoff: row.id, outcome, ...originOf(row) }],
  });
}
