import { expect, it } from 'vitest';
import { emptySurroundings } from '../../graph/empty-surroundings.ts';
import type { JsonObject } from '../../json.ts';
import { drawGraph, testCatalog } from '../draw-graph.ts';
import { surveyGraph } from '../survey.ts';
import { pageUnseen } from './page-unseen.ts';

const seen = ['aoba.example/demo/price', 'aoba.example/demo'];

function find({ config, pages = seen }: { config: JsonObject; pages?: readonly string[] }) {
  const graph = drawGraph({ nodes: { a: 'step' }, configs: { a: config } });
  const surroundings = { ...emptySurroundings, pages };
  return pageUnseen(surveyGraph({ graph, catalog: testCatalog, surroundings })).map(({ path }) => path);
}

it('warns of a page that nobody has seen, where there have been visits', () => {
  const config = { url: { match: 'prefix', value: '/price' } };
  expect(find({ config })).toEqual([['url']]);
  expect(find({ config, pages: [] })).toEqual([]);
  expect(find({ config: { url: { match: 'prefix', value: '/demo/price' } } })).toEqual([]);
  expect(find({ config: { url: { match: 'pattern', value: '/*price*' } } })).toEqual([]);
});

it('finds it in conditions and lists, however deep, and points to the field that shows it', () => {
  const pattern = { kind: 'page', url: { match: 'exact', value: '/price' } };
  const condition = { kind: 'any', of: [{ kind: 'events', pattern, atLeast: 1 }] };
  const awaited = { id: 'one', kind: 'page', url: { match: 'exact', value: '/price' } };
  expect(find({ config: { arms: [{ condition }] } })).toEqual([['arms', 0, 'condition', 'of', 0, 'pattern']]);
  expect(find({ config: { for: [awaited] } })).toEqual([['for', 0, 'url']]);
});

it('leaves alone what is not filled in yet, and links of mails', () => {
  expect(find({ config: { url: { match: 'prefix', value: ' ' } } })).toEqual([]);
  expect(find({ config: { link: { match: 'prefix', value: '/price' } } })).toEqual([]);
});
