import { journey } from '@sodate/database/schema/journey';
import type { Plan } from '@sodate/journey/compile/plan';
import { emptyGraph } from '@sodate/journey/graph/graph';
import type { JourneyId, NodeId, VersionId } from '@sodate/journey/id';
import { lockJourney } from '@sodate/services/journey/lock-journey';
import { publishVersion } from '@sodate/services/journey/publish-version';
import { inTransaction } from '@sodate/services/transaction';
import type { BenchHost } from './start-bench-host.ts';

/** Publishes the plan as the next version of a journey: a new one unless given. */
export async function publishBenchJourney({
  host: { context },
  plan,
  journey: known,
  mails = {},
}: {
  host: Pick<BenchHost, 'context'>;
  plan: Plan;
  journey?: JourneyId;
  mails?: Readonly<Record<NodeId, string>>;
}): Promise<{ journey: JourneyId; version: VersionId }> {
  return inTransaction({ context }, async (inner) => {
    const id = known ?? (await newJourney({ context: inner }));
    const locked = await lockJourney({ context: inner, id });
    const { id: version } = await publishVersion({
      context: inner,
      journey: locked,
      graph: emptyGraph,
      plan,
      mails,
      choices: {},
    });
    return { journey: id, version };
  });
}

async function newJourney({ context }: Pick<BenchHost, 'context'>): Promise<JourneyId> {
  const [row] = await context.database.insert(journey).values({ name: 'bench', draft: emptyGraph }).returning();
  if (!row) throw new Error('no journey was written');
  return row.id;
}
