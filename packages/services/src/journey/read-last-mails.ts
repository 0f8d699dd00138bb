import { type EffectState, effect, type NotSentReason } from '@sodate/database/schema/enrollment';
import type { EnrollmentId, NodeId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface LastMail {
  readonly node: NodeId;
  readonly state: EffectState;
  /** Why it was withheld; null where it was not. */
  readonly reason: NotSentReason | null;
  /** When that was settled; null: it is not yet. */
  readonly at: Instant | null;
}

/** Of the passages of one page: what became of the latest mail of each. Notices to one's own people are none of them. */
export async function readLastMails({
  context,
  enrollments,
}: {
  context: Context;
  enrollments: readonly EnrollmentId[];
}): Promise<ReadonlyMap<EnrollmentId, LastMail>> {
  if (enrollments.length === 0) return new Map();
  const { enrollmentId, node, state, notSentReason, settledAt, createdAt, key } = effect;
  const rows = await context.database
    .selectDistinctOn([enrollmentId], { enrollmentId, node, state, reason: notSentReason, at: settledAt })
    .from(effect)
    .where(and(inArray(enrollmentId, [...enrollments]), eq(effect.channel, 'mail'), isNotNull(node)))
    .orderBy(enrollmentId, desc(createdAt), desc(key));
  return new Map(
    rows.flatMap(({ enrollmentId: id, node: at, ...mail }): [EnrollmentId, LastMail][] =>
      id === null || at === null
        ? []
        : [[id, { ...mail, node: at, reason: mail.state === 'not-sent' ? mail.reason : null }]],
    ),
  );
}
