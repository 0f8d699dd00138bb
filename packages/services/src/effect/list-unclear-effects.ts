import { effect } from '@sodate/database/schema/enrollment';
import { journey } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { sentMail } from '@sodate/database/schema/mail';
import type { EnrollmentId } from '@sodate/journey/id';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { type Page, pageInput } from '../page.ts';

/** A page ends at "TIME KEY": keys are no UUIDs. */
const cursor = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (.+)$/;

export const listUnclearEffectsInput = pageInput.extend({ after: z.string().max(400).regex(cursor).optional() });

export interface UnclearEffect {
  /** What names it: `enrollment/ID/op/visit`, `handoff/ID/reminder`. */
  readonly key: string;
  /** The mail's subject as it was rendered; null for what is no mail. */
  readonly subject: string | null;
  readonly channel: string;
  readonly lead: string | null;
  readonly journey: string | null;
  readonly enrollment: EnrollmentId | null;
  /** unclear: the connection broke after the send had begun. doubled: two tries turned out to have arrived. */
  readonly kind: 'unclear' | 'doubled';
  readonly createdAt: Instant;
}

/** Sends whose fate is unknown, and those that went out twice, newest first: they wait for a person's word. */
export async function listUnclearEffects({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listUnclearEffectsInput>;
}): Promise<Page<UnclearEffect>> {
  const [, time, key] = cursor.exec(input.after ?? '') ?? [];
  const before =
    time === undefined ? sql`` : sql` and (${effect.createdAt}, ${effect.key}) < (${time}::timestamptz, ${key ?? ''})`;
  const rows = await context.database
    .select({
      key: effect.key,
      subject: sentMail.subject,
      channel: effect.channel,
      lead: lead.name,
      journey: journey.name,
      enrollment: effect.enrollmentId,
      doubled: effect.doubled,
      createdAt: effect.createdAt,
    })
    .from(effect)
    .leftJoin(sentMail, eq(sentMail.effectKey, effect.key))
    .leftJoin(lead, eq(lead.id, effect.leadId))
    .leftJoin(journey, eq(journey.id, effect.journeyId))
    .where(sql`(${effect.state} = 'ambiguous' or ${effect.doubled})${before}`)
    .orderBy(desc(effect.createdAt), desc(effect.key))
    .limit(input.limit + 1);
  const personal = seesPersonalData(context.actor);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ doubled, ...row }) => ({
      ...row,
      lead: personal ? row.lead : null,
      kind: doubled ? 'doubled' : 'unclear',
    })),
    ...(last === undefined ? {} : { next: `${formatInstant(last.createdAt)} ${last.key}` }),
  };
}
