import { createHash } from 'node:crypto';
import { rightNow } from '@sodate/database/columns';
import {
  type JourneyRow,
  journey,
  journeyRule,
  liveTrigger,
  type NodeChoice,
  type VersionRow,
  version,
} from '@sodate/database/schema/journey';
import { canonicalJson } from '@sodate/journey/compile/canonical-json';
import type { Plan } from '@sodate/journey/compile/plan';
import { isSameCourse } from '@sodate/journey/edit/is-same-course';
import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { changeTriggerSet } from '../enrollment/trigger-set.ts';
import { writeLiveMails } from '../mail/write-live-mails.ts';

/**
 * Writes the next version of a locked journey and makes it the live one: from here on its triggers let leads in, and
 * those in flight get the rule with the choices. In the caller's transaction. The hash names the plan's content.
 */
export async function publishVersion({
  context,
  journey: row,
  graph,
  plan,
  mails,
  choices,
}: {
  context: Context;
  journey: JourneyRow;
  graph: Graph;
  plan: Plan;
  mails: Readonly<Record<NodeId, string>>;
  choices: Readonly<Record<NodeId, NodeChoice>>;
}): Promise<VersionRow> {
  const { database, actor } = context;
  const userId = actor.kind === 'user' ? actor.id : null;
  const [published] = await database
    .insert(version)
    .values({
      journeyId: row.id,
      number: sql`(select coalesce(max(number), 0) + 1 from version where journey_id = ${row.id})`,
      graph,
      plan,
      hash: createHash('sha256').update(canonicalJson(plan)).digest('hex'),
      mails,
      publishedBy: userId,
    })
    .returning();
  if (!published) throw new Error('no version was written');
  const rule = row.rule + 1;
  await database
    .insert(journeyRule)
    .values({ journeyId: row.id, number: rule, userId, body: { kind: 'publish', version: published.id, choices } });
  await database
    .update(journey)
    .set({
      liveVersionId: published.id,
      state: row.state === 'paused' ? 'paused' : 'live',
      rule,
      publishedRevision: row.draftRevision,
      draftDiffers: !isSameCourse({ one: row.draft, other: graph }),
      updatedAt: rightNow,
    })
    .where(eq(journey.id, row.id));
  await writeLiveMails({ context, journey: row.id, graph, pins: mails });
  await replaceTriggers({ context, journey: row, published });
  return published;
}

async function replaceTriggers({
  context,
  journey: row,
  published,
}: {
  context: Context;
  journey: JourneyRow;
  published: VersionRow;
}): Promise<void> {
  await changeTriggerSet({ context });
  await context.database.delete(liveTrigger).where(eq(liveTrigger.journeyId, row.id));
  const { entries } = published.plan;
  if (entries.length === 0) return;
  await context.database.insert(liveTrigger).values(
    entries.map(({ node, to, trigger }) => ({
      journeyId: row.id,
      versionId: published.id,
      node,
      to: to ?? null,
      trigger,
    })),
  );
}
