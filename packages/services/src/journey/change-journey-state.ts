import { formatInstant } from '@sodate/journey/time/instant';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { journeyId, type journeyInput } from './journey-input.ts';
import { lockJourney } from './lock-journey.ts';
import { writeRule } from './write-rule.ts';

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
