import { expect, it } from 'vitest';
import { asId } from '../id.ts';
import { findAnswering } from './find-answering.ts';
import { edgeIdOf, emptyGraph, type Graph } from './graph.ts';
import type { Family } from './node-contract.ts';

const id = (name: string) => asId<'node'>(name);

function type({ family, isTrigger = false, rests = false }: { family: Family; isTrigger?: boolean; rests?: boolean }) {
  return { family, isTrigger, rests };
}

const types = new Map([
  ['form-submitted', type({ family: 'trigger', isTrigger: true })],
  ['page-visit', type({ family: 'trigger', isTrigger: true })],
  ['wait', type({ family: 'wait', rests: true })],
  ['send-mail', type({ family: 'message' })],
  ['add-score', type({ family: 'data' })],
]);

type Joined = readonly [from: string, to: string];

/** Nodes named as their types, joined as told; "send-mail" is the one asked about. */
function drawn(edges: readonly Joined[]): Graph {
  const names = [...new Set(edges.flat())];
  const nodes = names.map((name) => {
    const kind = name.split('#')[0] ?? '';
    return [id(name), { id: id(name), type: kind, revision: 1, config: {}, position: { x: 0, y: 0 } }] as const;
  });
  const joined = edges.map(([from, to]) => {
    const edge = edgeIdOf({ from: id(from), outcome: 'done' });
    return [edge, { id: edge, from: id(from), outcome: 'done', to: id(to) }] as const;
  });
  return { ...emptyGraph, nodes: Object.fromEntries(nodes), edges: Object.fromEntries(joined) };
}

const answers = (...edges: Joined[]) => findAnswering({ graph: drawn(edges), types }).has(id('send-mail'));

it('answers the form that the mail stands behind, whatever is noted between them', () => {
  expect(answers(['form-submitted', 'send-mail'])).toBe(true);
  expect(answers(['form-submitted', 'add-score'], ['add-score', 'send-mail'])).toBe(true);
});

it('answers nothing once the lead has waited, or has had a mail', () => {
  expect(answers(['form-submitted', 'wait'], ['wait', 'send-mail'])).toBe(false);
  expect(answers(['form-submitted', 'send-mail#first'], ['send-mail#first', 'send-mail'])).toBe(false);
});

it('answers nothing where some come without a form, or nobody comes', () => {
  expect(answers(['page-visit', 'send-mail'])).toBe(false);
  expect(answers(['form-submitted', 'send-mail'], ['page-visit', 'add-score'], ['add-score', 'send-mail'])).toBe(false);
  expect(answers(['send-mail', 'wait'])).toBe(false);
});

it('comes to an end where the journey goes round', () => {
  expect(answers(['form-submitted', 'add-score'], ['add-score', 'add-score'], ['add-score', 'send-mail'])).toBe(true);
});
