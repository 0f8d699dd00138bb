import { edgeIdOf } from '@sodate/journey/graph/graph';
import { asId, type JourneyId } from '@sodate/journey/id';
import { nodesInAColumn } from './nodes-in-a-column.ts';
import type { signInByApi } from './sign-in-by-api.ts';

const aDay = { type: 'wait', config: { duration: { amount: 1, unit: 'days' }, zone: 'journey' } };

/** Publishes a short journey: added by hand, waits a day (or what is given), ends. */
export async function publishShort({
  api,
  journey,
  middle = aDay,
}: {
  api: Awaited<ReturnType<typeof signInByApi>>;
  journey: JourneyId;
  middle?: Parameters<typeof nodesInAColumn>[0][number];
}): Promise<void> {
  const nodes = nodesInAColumn([{ type: 'added-by-person', config: {} }, middle, { type: 'end', config: {} }]);
  const edges = nodes.slice(1).map(({ id }, index) => ({ from: asId<'node'>(`n_${index}`), outcome: 'done', to: id }));
  const { revision } = await api.journeys.draft.query({ journey });
  const drawn = await api.journeys.applyCommands.mutate({
    journey,
    clientId: 'publish-short',
    base: revision,
    commands: [{ id: edgeIdOf({ from: asId('n_0'), outcome: 'drawn' }), command: { kind: 'paste', nodes, edges } }],
  });
  await api.journeys.publish.mutate({ journey, revision: drawn.revision, choices: {} });
}
