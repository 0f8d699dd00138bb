import { asId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { RequestError } from '@sodate/services/errors';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import { rootRouter } from './root.ts';

let test: TestDatabase;
let api: ReturnType<typeof rootRouter.createCaller>;
let journey: string;

beforeAll(async () => {
  test = await createTestDatabase();
  const actor = testUser({ id: asId('01890a5d-ac96-774b-bcce-b302099a8057'), role: 'marketer' });
  const context = testContext({ database: test.pool.database, nodeTypes: loadNodeTypes(), actor });
  api = rootRouter.createCaller({ context, signedIn: true });
});

afterAll(() => test.drop());

beforeEach(async () => {
  ({ id: journey } = await api.journeys.create({ name: 'テスト' }));
});

const node = (id: string, type: string) => ({
  kind: 'add-node',
  node: { id, type, revision: 1, position: { x: 0, y: 0 }, config: {} },
});

/** Sends commands as a client that keeps to no type. */
function send(...commands: readonly unknown[]) {
  return api.journeys.applyCommands({
    journey,
    clientId: 'tab',
    base: 0,
    commands: commands.map((command, index) => ({ id: `command-${index}`, command })) as never,
  });
}

/** How a call was refused: the code, and the words for the person where there are any. */
async function refusalOf(call: Promise<unknown>): Promise<{ code: string; ja?: string; en?: string }> {
  const error = await call.then(
    () => undefined,
    (refused: unknown) => refused,
  );
  if (!(error instanceof TRPCError)) throw new Error(`no refusal but ${error}`);
  return { code: error.code, ...(error.cause instanceof RequestError ? error.cause.text : {}) };
}

describe('a graph that is broken', () => {
  it.each([
    ['a kind of command that there is none of', { kind: 'explode' }],
    ['a node without an id', node('', 'wait')],
    ['a node named as a thing that every object has', node('constructor', 'wait')],
    ['a type that is no name', node('n_one', '../wait')],
    ['a place that is no number', { kind: 'move-nodes', to: { n_one: { x: 'left', y: 0 } } }],
    ['a config that is no object', { kind: 'add-node', node: { ...node('n_one', 'wait').node, config: 'x' } }],
    [
      'a config deeper than any form',
      { kind: 'add-node', node: { ...node('n_one', 'wait').node, config: nested(200) } },
    ],
    ['a path into what all objects share', { kind: 'set-config', node: 'n_one', path: ['__proto__', 'x'], value: 1 }],
  ])('is not taken: %s', async (_what, command) => {
    expect(await refusalOf(send(command))).toMatchObject({ code: 'BAD_REQUEST' });
    expect((await api.journeys.draft({ journey })).revision).toBe(0);
  });

  it.each([
    ['an edge to a node that is not there', { kind: 'connect', from: 'n_one', outcome: 'done', to: 'n_none' }],
    ['a node that is there already', node('n_one', 'wait')],
    ['a change to a node that is not there', { kind: 'set-config', node: 'n_none', path: ['x'], value: 1 }],
  ])('is not made: %s', async (_what, command) => {
    const { refused, revision } = await send(node('n_one', 'wait'), command);
    expect(refused).toEqual([{ id: 'command-1', refusal: expect.anything() }]);
    expect(revision).toBe(1);
    expect(Object.keys((await api.journeys.draft({ journey })).graph.nodes)).toEqual(['n_one']);
  });
});

it('refuses to grow a draft beyond what can be loaded, and keeps it as it was', async () => {
  const paste = ({ from, count }: { from: number; count: number }) => ({
    kind: 'paste',
    nodes: Array.from({ length: count }, (_, index) => node(`n_${from + index}`, 'wait').node),
    edges: [],
  });
  await send(paste({ from: 0, count: 1_999 }));
  const refusal = await refusalOf(
    api.journeys.applyCommands({
      journey,
      clientId: 'tab',
      base: 0,
      commands: [{ id: 'beyond-all', command: paste({ from: 5_000, count: 2 }) as never }],
    }),
  );
  expect(refusal).toEqual({
    code: 'PAYLOAD_TOO_LARGE',
    ja: 'ノードが多すぎます。2,000個までにするか、シナリオを分けてください。',
    en: 'There are too many nodes. Keep to 2,000, or split the journey.',
  });
  expect(Object.keys((await api.journeys.draft({ journey })).graph.nodes)).toHaveLength(1_999);
});

describe('publishing', () => {
  it('is refused while there are problems, saying how many in both languages', async () => {
    const { problems, revision } = await send(node('n_in', 'page-visit'), node('n_mail', 'send-mail'));
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    expect(errors).toBeGreaterThan(1);
    expect(await refusalOf(api.journeys.publish({ journey, revision }))).toEqual({
      code: 'BAD_REQUEST',
      ja: `問題が${errors}件あるので公開できません。問題を直してください。`,
      en: `There are ${errors} problems, so this cannot be published. Fix them first.`,
    });
    expect((await api.journeys.get({ journey })).state).toBe('draft');
  });

  it('is refused where the draft is no longer the one that was looked at', async () => {
    const { revision } = await send(node('n_one', 'wait'));
    const refusal = await refusalOf(api.journeys.publish({ journey, revision: revision - 1 }));
    expect(refusal).toMatchObject({ code: 'CONFLICT', en: expect.stringContaining('draft changed') });
  });

  it('of a journey that there is none of is told as such', async () => {
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(await refusalOf(api.journeys.publish({ journey: unknown, revision: 0 }))).toMatchObject({
      code: 'NOT_FOUND',
      ja: expect.anything(),
    });
  });
});

/** An object in an object, so many deep. */
function nested(levels: number): object {
  return levels === 0 ? {} : { inner: nested(levels - 1) };
}
