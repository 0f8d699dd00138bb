import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { expect, it } from 'vitest';
import { sayNodeTypes } from './say-node-types.ts';

function said(nodeTypes: Parameters<typeof sayNodeTypes>[0]): readonly string[] {
  const lines: string[] = [];
  sayNodeTypes(nodeTypes, ({ en }) => lines.push(en));
  return lines;
}

const { described } = loadNodeTypes();

it('says in one line which node types of one’s own were loaded, and is silent without any', () => {
  expect(said({ described, broken: [], doubtful: [] })).toEqual([]);
  const [first, second] = described.map((one) => ({ ...one, custom: true }));
  if (first === undefined || second === undefined) throw new Error('no built-in node types');
  expect(said({ described: [...described, first, second], broken: [], doubtful: [] })).toEqual([
    `  Own nodes      ${first.title.en} (${first.type}), ${second.title.en} (${second.type})`,
  ]);
});

it('tells of those left out and of those at fault, with all that is wrong', () => {
  const fault = { name: 'nodes[0]', errors: [{ ja: '誤り', en: 'its lower threw' }] };
  expect(said({ described, broken: [fault], doubtful: [] })).toEqual([
    expect.stringMatching(/left out \(nodes\[0\]\).*\n {2}its lower threw/),
  ]);
  expect(said({ described, broken: [], doubtful: [fault] })).toEqual([
    expect.stringMatching(/has a fault \(nodes\[0\]\).*\n {2}its lower threw/),
  ]);
});
