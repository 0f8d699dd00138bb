import { asId, type JourneyId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { applyCommands } from './apply-commands.ts';
import { createJourney } from './create-journey.ts';
import { listRivals } from './list-rivals.ts';
import { publishJourney } from './publish-journey.ts';

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, nodeTypes: loadNodeTypes() });
});

afterAll(() => database.drop());

/** Begins with a visit of this page, and ends. */
async function draw({ name, page }: { name: string; page: string }) {
  const { id: journey } = await createJourney({ context, input: { name } });
  const place = { revision: 1, position: { x: 0, y: 0 } };
  const [visit, end] = [asId<'node'>('visit'), asId<'node'>('end')];
  const nodes = [
    { ...place, id: visit, type: 'page-visit', config: { url: { match: 'exact', value: page } } },
    { ...place, id: end, type: 'end', config: {} },
  ];
  const edges = [{ from: visit, outcome: 'done', to: end }];
  const commands = [{ id: `draw-${name}`, command: { kind: 'paste' as const, nodes, edges } }];
  const { revision } = await applyCommands({ context, input: { journey, clientId: 'tab', base: 0, commands } });
  return { journey, publish: () => publishJourney({ context, input: { journey, revision, choices: {} } }) };
}

const rivals = async (journey: JourneyId) =>
  (await listRivals({ context, input: { journey } })).map(({ name }) => name);

it('names the live journeys that begin with the same event, and not those with another, or not live', async () => {
  const price = await draw({ name: '料金', page: '/price' });
  const again = await draw({ name: '料金・改', page: '/price' });
  const cases = await draw({ name: '事例', page: '/cases' });
  expect(await rivals(again.journey)).toEqual([]);
  await price.publish();
  await cases.publish();
  expect(await rivals(again.journey)).toEqual(['料金']);
  expect(await rivals(price.journey)).toEqual([]);
  await again.publish();
  expect(await rivals(price.journey)).toEqual(['料金・改']);
});
