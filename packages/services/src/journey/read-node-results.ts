import { effect, enrollment, type NotSentReason } from '@sodate/database/schema/enrollment';
import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { byCost, keepAnswers } from '../keep-answers.ts';
import { journeyInput } from './journey-input.ts';
import { notSentAt } from './not-sent-at.ts';

export const nodeResultsInput = journeyInput.extend({ node: z.string().max(64) });

/** Leads that a node's act was not done for, the commonest reason first. Test leads are left out. */
export interface NodeResults {
  readonly notSent: readonly { readonly reason: NotSentReason; readonly count: number }[];
}

const answer = keepAnswers<string, NodeResults>(byCost);

/** What a node did not do, by reason; what it did stands in the journey's counts. */
export async function readNodeResults({
  context,
  input: { journey, node },
}: {
  context: Context;
  input: z.output<typeof nodeResultsInput>;
}): Promise<NodeResults> {
  const count = sql<number>`count(*)::int`;
  const work = async () => {
    const rows = await context.database
      .select({ reason: effect.notSentReason, count })
      .from(effect)
      .innerJoin(enrollment, eq(enrollment.id, effect.enrollmentId))
      .where(and(...notSentAt({ journey, node })))
      .groupBy(effect.notSentReason)
      .orderBy(desc(count));
    return { notSent: rows.flatMap(({ reason, ...row }) => (reason === null ? [] : [{ reason, ...row }])) };
  };
  return await answer({ context, key: `${journey}/${node}`, work });
}
