import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, effect } from '@sodate/database/schema/enrollment';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { effectKeyOf } from '../engine/effect-key.ts';
import { endPassage } from '../engine/end-passage.ts';
import { readVersion } from '../engine/read-version.ts';
import { conflict } from '../errors.ts';
import { assertStuck, type ChangingPassage, changeOpen, resumePassage, updatePassage } from './change-open.ts';
import { nudge } from './nudge.ts';

/** Takes a lead out of a journey; an effect in the air lands first. @throws RequestError 'not-found', 'conflict'. */
export function removePassage({ context, input }: ChangingPassage): Promise<EnrollmentRow> {
  return changeOpen({ context, input, action: 'enrollment-removed' }, ({ context: inner, locked }) =>
    endPassage({ context: inner, locked, reason: 'removed', workflow: 'close' }),
  );
}

/** Has a stuck lead try again what it was stuck at. @throws RequestError 'not-found', 'conflict' where it is not stuck. */
export function retryPassage({ context, input }: ChangingPassage): Promise<EnrollmentRow> {
  return changeOpen({ context, input, action: 'enrollment-retried' }, async ({ context: inner, locked }) => {
    const { row } = assertStuck(locked);
    const revived = await inner.database
      .update(effect)
      .set({ state: 'waiting', nextTryAt: null, settledAt: null, attempt: 0 })
      .where(isUnfinishedAt(row))
      .returning({ key: effect.key });
    return resumePassage({
      context: inner,
      row,
      state: revived.length > 0 ? 'acting' : await stateAt({ context: inner, row }),
    });
  });
}

/** The effect of the present visit: one of an earlier visit may have arrived, and the lead went on from it. */
function isUnfinishedAt({ id, op, visit }: EnrollmentRow) {
  const key = effectKeyOf({ enrollment: id, op, visit });
  return and(eq(effect.key, key), inArray(effect.state, ['failed', 'ambiguous', 'waiting']));
}

/** How a lead stands at its op while nothing is wrong: it rests at waits and listens, and does all others at once. */
async function stateAt({ context, row }: { context: Context; row: EnrollmentRow }): Promise<'resting' | 'moving'> {
  const { plan } = await readVersion({ context, id: row.versionId });
  const kind = plan.ops[row.op]?.kind;
  return kind === 'wait' || kind === 'listen' ? 'resting' : 'moving';
}

/** Has a stuck lead go on as if the effect were not wanted. @throws RequestError as above. */
export function skipPassage({ context, input }: ChangingPassage): Promise<EnrollmentRow> {
  return changeOpen({ context, input, action: 'enrollment-skipped' }, async ({ context: inner, locked }) => {
    const { row } = assertStuck(locked);
    const dropped = await inner.database
      .update(effect)
      .set({ state: 'dropped', settledAt: rightNow })
      .where(isUnfinishedAt(row))
      .returning({ key: effect.key });
    if (dropped.length === 0) throw nothingToSkip();
    return resumePassage({ context: inner, row, state: 'acting' });
  });
}

/** Brings a test lead to the end of its rest at once. @throws RequestError 'conflict' where it is no test or not resting. */
export function fastForward({ context, input }: ChangingPassage): Promise<EnrollmentRow> {
  return changeOpen({ context, input, action: 'enrollment-fast-forwarded' }, async ({ context: inner, locked }) => {
    const { row, now } = locked;
    if (!row.test) throw notTest();
    if (row.nudgedAt !== null) throw underWay();
    if (row.state !== 'resting' || row.until === null) throw noDeadline();
    const skippedMs = Math.max(0, row.until - now);
    const forwarded = await updatePassage({
      context: inner,
      row,
      values: { offsetMs: row.offsetMs + skippedMs, rest: row.rest + 1, lookAt: locked.realNow },
    });
    await nudge({ context: inner, rows: [forwarded] });
    return forwarded;
  });
}

function nothingToSkip() {
  return conflict({
    ja: '飛ばせる送信がありません。「やり直す」か「外す」を選んでください。',
    en: 'There is no sending to skip here. Choose “Try again” or “Remove”.',
  });
}

function notTest() {
  return conflict({ ja: '早送りできるのはテスト用のリードだけです。', en: 'Only a test lead can be fast-forwarded.' });
}

function underWay() {
  return conflict({
    ja: 'いま進んでいるところです。少し待ってからもう一度お試しください。',
    en: 'It is moving right now. Wait a moment and try again.',
  });
}

function noDeadline() {
  return conflict({
    ja: '待っている期限がないので、早送りできません。',
    en: 'It is not waiting for any time, so there is nothing to fast-forward to.',
  });
}
