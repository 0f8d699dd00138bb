import { rightNow } from '@sodate/database/columns';
import { type JourneyRow, journey, journeyRule, type RuleBody } from '@sodate/database/schema/journey';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { changeTriggerSet } from '../enrollment/trigger-set.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { journeyId, type journeyInput } from './journey-input.ts';
import { lockJourney } from './lock-journey.ts';

export const resumeInput = z.object({
  journey: journeyId,
  /** 'shift': deadlines move by the length of the pause. 'keep': what came due meanwhile goes on at once. */
  deadlines: z.enum(['shift', 'keep']),
});

/** Holds every lead where it is; nobody enters. @throws RequestError 'conflict' where the journey is not live. */
export async function pauseJourney({
  context,
  input,
}: {
  context: Context;
  input: z.infer<typeof journeyInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    if (row.state !== 'live') throw notLive();
    const at = await readClock({ context: inner });
    await writeRule({
      context: inner,
      row,
      state: 'paused',
      pausedAt: at,
      body: { kind: 'pause', at: formatInstant(at) },
    });
  });
}

/** Lets everybody go on. @throws RequestError 'conflict' where the journey is not paused. */
export async function resumeJourney({
  context,
  input,
}: {
  context: Context;
  input: z.infer<typeof resumeInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    if (row.state !== 'paused') throw notPaused();
    const at = await readClock({ context: inner });
    const body = {
      kind: 'resume',
      pausedAt: formatInstant(row.pausedAt ?? at),
      at: formatInstant(at),
      deadlines: input.deadlines,
    } as const;
    await writeRule({ context: inner, row, state: 'live', pausedAt: null, body });
  });
}

/** Ends all passages with that reason; claimed mails land first. @throws RequestError 'conflict' where none could run. */
export async function stopJourney({
  context,
  input,
}: {
  context: Context;
  input: z.infer<typeof journeyInput>;
}): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const row = await lockJourney({ context: inner, id: input.journey });
    if (row.state !== 'live' && row.state !== 'paused') throw notRunning();
    await writeRule({ context: inner, row, state: 'stopped', pausedAt: null, body: { kind: 'stop' } });
  });
}

const words = { publish: 'published', pause: 'paused', resume: 'resumed', stop: 'stopped' } as const satisfies Record<
  RuleBody['kind'],
  string
>;

async function writeRule({
  context,
  row,
  state,
  pausedAt,
  body,
}: {
  context: Context;
  row: JourneyRow;
  state: JourneyRow['state'];
  pausedAt: Instant | null;
  body: RuleBody;
}): Promise<void> {
  const userId = context.actor.kind === 'user' ? context.actor.id : null;
  const number = row.rule + 1;
  // Nobody enters between the rule and the state: events under way end first.
  await changeTriggerSet({ context });
  await context.database.insert(journeyRule).values({ journeyId: row.id, number, userId, body });
  await context.database
    .update(journey)
    .set({ state, pausedAt, rule: number, updatedAt: rightNow })
    .where(eq(journey.id, row.id));
  await writeAudit({ context, line: { action: `journey-${words[body.kind]}`, subject: 'journey', subjectId: row.id } });
}

function notLive() {
  return conflict({ ja: '公開中のシナリオだけを一時停止できます。', en: 'Only a live journey can be paused.' });
}

function notPaused() {
  return conflict({ ja: '一時停止中のシナリオだけを再開できます。', en: 'Only a paused journey can be resumed.' });
}

function notRunning() {
  return conflict({
    ja: '公開していないシナリオは終了できません。',
    en: 'A journey that is not published cannot be stopped.',
  });
}
