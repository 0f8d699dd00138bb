import { asId } from '@sodate/journey/id';
import { sameText } from '@sodate/journey/text';
import { parseInstant } from '@sodate/journey/time/instant';
import { beforeEach, expect, it, vi } from 'vitest';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { takeUpNodeTypes } from './take-up-node-types.ts';

const journey = asId<'journey'>('j_1');
const before = { described: [], broken: [{ name: 'nodes[0]', errors: [sameText('boom')] }] };
const mended = { described: [], broken: [] };
const emptyDraft = {
  journey,
  revision: 3,
  graph: {
    nodes: {},
    edges: {},
    notes: {},
    groups: {},
    settings: { reentry: { kind: 'never' as const }, exits: [], visitLimit: 20 },
  },
  savedAt: parseInstant('2026-11-19T05:32:00Z'),
  live: null,
  summaries: {},
  problems: [],
};
const draft = vi.fn<Required<Parameters<typeof takeUpNodeTypes>[0]>['ask']['draft']>();

const shown = () => queryClient.getQueryData(trpc.nodeTypes.list.queryKey());

beforeEach(() => {
  draft.mockReset().mockRejectedValue(new Error('not to be asked'));
  queryClient.clear();
  queryClient.setQueryData(trpc.nodeTypes.list.queryKey(), before);
});

it('takes up what the server has learnt of node types meanwhile, once the draft that they tell of is there too', async () => {
  let bring = () => {};
  draft.mockReturnValue(
    new Promise((resolve) => {
      bring = () => resolve(emptyDraft);
    }),
  );
  const taken = takeUpNodeTypes({ journey, ask: { types: async () => mended, draft } });
  await vi.waitFor(() => expect(draft).toHaveBeenCalled());
  expect(shown()).toEqual(before);
  bring();
  await taken;
  expect(shown()).toEqual(mended);
  expect(queryClient.getQueryData(trpc.journeys.draft.queryKey({ journey }))).toEqual(emptyDraft);
});

it('leaves everything as it is where the types are the same', async () => {
  await takeUpNodeTypes({ journey, ask: { types: async () => structuredClone(before), draft } });
  expect(shown()).toEqual(before);
});
