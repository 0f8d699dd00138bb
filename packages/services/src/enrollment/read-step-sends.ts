import { type EffectState, effect, type StepRow } from '@sodate/database/schema/enrollment';
import { type SentMailId, sentMail } from '@sodate/database/schema/mail';
import type { EnrollmentId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { effectKeyOf } from '../engine/effect-key.ts';
import { wordCallError } from '../http/word-call-error.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';

/** What a step led to being sent, and what came back. */
export interface StepSend {
  /** A mail, or a call of another system. */
  readonly kind: 'mail' | 'call';
  readonly state: EffectState;
  /** Why it failed, or what the last try came to. */
  readonly error: Text | null;
  /** As it was sent, for whoever may read it. */
  readonly mail: { readonly id: SentMailId; readonly subject: string } | null;
}

/** Of the steps of one page: what was sent at the node that each came to, by hop. */
export async function readStepSends({
  context,
  enrollment,
  steps,
}: {
  context: Context;
  enrollment: EnrollmentId;
  steps: readonly StepRow[];
}): Promise<ReadonlyMap<number, StepSend>> {
  const keys = steps.flatMap(({ hop, toOp: op, visit }) =>
    op === null ? [] : { hop, key: effectKeyOf({ enrollment, op, visit }) },
  );
  if (keys.length === 0) return new Map();
  const rows = await context.database
    .select({
      key: effect.key,
      channel: effect.channel,
      state: effect.state,
      error: effect.error,
      mail: sentMail.id,
      subject: sentMail.subject,
      sentAt: sentMail.sentAt,
    })
    .from(effect)
    .leftJoin(sentMail, eq(sentMail.effectKey, effect.key))
    .where(
      inArray(
        effect.key,
        keys.map(({ key }) => key),
      ),
    );
  const personal = seesPersonalData(context.actor);
  const sends = new Map(
    rows.map(({ key, channel, state, error, mail, subject, sentAt }): [string, StepSend] => [
      key,
      {
        kind: channel === 'mail' ? 'mail' : 'call',
        state,
        error: error === null || state === 'sent' || !personal ? null : wordCallError(error),
        mail: mail === null || sentAt === null || !personal ? null : { id: mail, subject: subject ?? '' },
      },
    ]),
  );
  return new Map(
    keys.flatMap(({ hop, key }): [number, StepSend][] => {
      const send = sends.get(key);
      return send === undefined ? [] : [[hop, send]];
    }),
  );
}
