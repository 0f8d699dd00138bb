import { type EffectState, effect } from '@sodate/database/schema/enrollment';
import { journey } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { sentMail } from '@sodate/database/schema/mail';
import type { EnrollmentId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { kindOfSend } from '../enrollment/read-step-sends.ts';
import { wordCallError } from '../http/word-call-error.ts';
import { journeyId } from '../journey/journey-input.ts';
import { titleOfType } from '../journey/name-node.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { type Page, pageInput } from '../page.ts';
import { readCursorTime } from '../page-cursor.ts';
import { awaitsWord } from './awaits-word.ts';
import { ofTestSql } from './of-test-sql.ts';

/** A page ends at "TIME KEY": keys are no UUIDs. */
const cursor = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (.+)$/;

export const listUnclearEffectsInput = pageInput.extend({
  after: z.string().max(400).regex(cursor).optional(),
  journey: journeyId.optional(),
});

export interface UnclearEffect {
  /** What names it: `enrollment/ID/op/visit`, `handoff/ID/reminder`. */
  readonly key: string;
  /** The mail's subject as it was rendered; null for what is no mail. */
  readonly subject: string | null;
  /** What other system's node it is; null for a mail. */
  readonly title: Text | null;
  readonly lead: string | null;
  /** A test lead's. */
  readonly test: boolean;
  readonly journey: string | null;
  readonly enrollment: EnrollmentId | null;
  /**
   * unclear: the connection broke after the send had begun, or a node did not say what became of it. doubled: two tries turned out to have arrived. failed: a
   * person had it sent once more, and it could not be.
   */
  readonly kind: 'unclear' | 'doubled' | 'failed';
  /** What the receiver or the connection said last. */
  readonly error: Text | null;
  readonly createdAt: Instant;
}

/** Sends whose fate is unknown, and those that went out twice, newest first: they wait for a person's word. */
export async function listUnclearEffects({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listUnclearEffectsInput>;
}): Promise<Page<UnclearEffect> & { readonly total: number }> {
  const [, time, key] = cursor.exec(input.after ?? '') ?? [];
  const before =
    time === undefined
      ? sql``
      : sql` and (${effect.createdAt}, ${effect.key}) < (${readCursorTime(time)}::timestamptz, ${key ?? ''})`;
  const journeyIs = input.journey === undefined ? sql`` : sql` and ${effect.journeyId} = ${input.journey}`;
  const rows = await context.database
    .select({
      key: effect.key,
      subject: sentMail.subject,
      channel: effect.channel,
      type: effect.kind,
      lead: lead.name,
      test: ofTestSql,
      journey: journey.name,
      enrollment: effect.enrollmentId,
      doubled: effect.doubled,
      state: effect.state,
      error: effect.error,
      createdAt: effect.createdAt,
    })
    .from(effect)
    .leftJoin(sentMail, eq(sentMail.effectKey, effect.key))
    .leftJoin(lead, eq(lead.id, effect.leadId))
    .leftJoin(journey, eq(journey.id, effect.journeyId))
    .where(sql`${awaitsWord}${journeyIs}${before}`)
    .orderBy(desc(effect.createdAt), desc(effect.key))
    .limit(input.limit + 1);
  const total = await context.database.$count(effect, sql`${awaitsWord}${journeyIs}`);
  const personal = seesPersonalData(context.actor);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    total,
    rows: page.map(({ doubled, state, channel, type, ...row }) => ({
      ...row,
      title: kindOfSend(channel) === 'mail' ? null : titleOfType({ context, type }),
      lead: personal ? row.lead : null,
      error: personal && row.error !== null ? wordCallError(row.error) : null,
      kind: kindOf({ doubled, state }),
    })),
    ...(last === undefined ? {} : { next: `${formatInstant(last.createdAt)} ${last.key}` }),
  };
}

function kindOf({ doubled, state }: { doubled: boolean; state: EffectState }): UnclearEffect['kind'] {
  if (doubled) return 'doubled';
  return state === 'failed' ? 'failed' : 'unclear';
}
