import { type EnrollmentRow, enrollment } from '@sodate/database/schema/enrollment';
import type { Text } from '@sodate/journey/text';
import { unreachable } from '@sodate/journey/unreachable';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { wordCallError } from '../http/word-call-error.ts';
import type { LockedPassage } from './lock-passage.ts';

export type WhyStuck =
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'missing-type'; readonly type: string }
  | { readonly kind: 'runaway' }
  | { readonly kind: 'fault'; readonly error: Text };

/** Leaves the lead where it is until a person retries, skips or removes it. Under the lead's lock. */
export async function markStuck({
  context,
  locked,
  why,
}: {
  context: Context;
  locked: LockedPassage;
  why: WhyStuck;
}): Promise<EnrollmentRow> {
  const [updated] = await context.database
    .update(enrollment)
    .set({
      state: 'stuck',
      stuckWhy: wordsFor(why),
      stuckAt: locked.realNow,
      rest: locked.row.rest + 1,
      lookAt: null,
      nudgedAt: null,
    })
    .where(eq(enrollment.id, locked.row.id))
    .returning();
  if (!updated) throw new Error(`enrollment ${locked.row.id} vanished under its lock`);
  const { id, journeyId, node } = updated;
  context.logger.warn(
    { enrollment: id, journey: journeyId, node, why: why.kind },
    'a lead is stuck until a person decides',
  );
  return updated;
}

function wordsFor(why: WhyStuck): Text {
  switch (why.kind) {
    case 'failed':
      return wordFailure(wordCallError(why.error));
    case 'ambiguous':
      return { ja: '届いたかどうかわかりません', en: 'It is not known whether this arrived' };
    case 'missing-type':
      return {
        ja: `このノードの動作「${why.type}」がサーバーに入っていません`,
        en: `What this node does, "${why.type}", is not installed`,
      };
    case 'runaway':
      return { ja: '休まずに50回進んだので止めました', en: 'Stopped after 50 hops without a rest' };
    case 'fault':
      return { ja: `進めませんでした：${why.error.ja}`, en: `Could not go on: ${why.error.en}` };
    default:
      return unreachable(why);
  }
}

function wordFailure(error: Text): Text {
  return { ja: `送れませんでした：${error.ja}`, en: `Could not be sent: ${error.en}` };
}
