import { rightNow } from '@sodate/database/columns';
import { type JourneyRow, journey, journeyRule, type RuleBody } from '@sodate/database/schema/journey';
import type { Instant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { changeTriggerSet } from '../enrollment/trigger-set.ts';

const words = {
  publish: 'published',
  pause: 'paused',
  resume: 'resumed',
  release: 'node-released',
  stop: 'stopped',
} as const satisfies Record<RuleBody['kind'], string>;

/** Writes the next rule of a locked journey with the state that goes with it, in the caller's transaction. */
export async function writeRule({
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
  await writeAudit({
    context,
    line: {
      action: `journey-${words[body.kind]}`,
      subject: 'journey',
      subjectId: row.id,
      ...(body.kind === 'release' ? { detail: { node: body.node } } : {}),
    },
  });
}
