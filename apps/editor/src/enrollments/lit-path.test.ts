import type { Edge, EdgeId } from '@sodate/journey/graph/graph';
import { edgeIdOf } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';
import { describe, expect, it } from 'vitest';
import { edgeBetween, litPath } from './lit-path.ts';

const node = (id: string) => asId<'node'>(id) as NodeId;
/** "from outcome to"; "-" is nowhere. */
const partsOf = (way: string) => {
  const [from = '', outcome = '', to = ''] = way.split(' ');
  return { from, outcome, to };
};
const edge = (way: string): Edge => {
  const { from, outcome, to } = partsOf(way);
  return { id: edgeIdOf({ from: node(from), outcome }), from: node(from), outcome, to: node(to) };
};
const drawn = [edge('form done wait'), edge('wait done mail'), edge('mail sent wait'), edge('mail failed end')];
const edges: Readonly<Record<EdgeId, Edge>> = Object.fromEntries(drawn.map((one) => [one.id, one]));
const step = (way: string) => {
  const { from, outcome, to } = partsOf(way);
  const place = (id: string) => (id === '-' ? null : { id: node(id) });
  return { from: place(from), outcome, to: place(to) };
};
const lit = (steps: readonly ReturnType<typeof step>[]) =>
  litPath({ steps, edgeOf: (way) => edgeBetween({ edges, way }) });

describe('litPath', () => {
  it('lights the edge of the trigger, which is not named for how the lead entered', () => {
    const path = lit([step('form entered wait')]);
    expect(path).toMatchObject({ at: 'wait', last: drawn[0]?.id });
    expect([...path.visits]).toEqual([
      ['form', [0]],
      ['wait', [1]],
    ]);
  });

  it('numbers each visit of a loop by the step that led there', () => {
    const path = lit([
      step('form entered wait'),
      step('wait done mail'),
      step('mail sent wait'),
      step('wait done mail'),
    ]);
    expect(path.visits.get(node('wait'))).toEqual([1, 3]);
    expect(path.visits.get(node('mail'))).toEqual([2, 4]);
    expect(path.edges.size).toBe(3);
  });

  it('lights nothing for a step within a node', () => {
    const path = lit([step('form entered wait'), step('wait asked wait')]);
    expect(path).toMatchObject({ at: 'wait', last: undefined });
    expect(path.visits.get(node('wait'))).toEqual([1]);
  });

  it('counts a step within a node, as the walk does', () => {
    const path = lit([step('form entered wait'), step('wait asked wait'), step('wait done mail')]);
    expect(path.visits.get(node('mail'))).toEqual([3]);
  });

  it('stands nowhere once the lead has left', () => {
    expect(lit([step('form entered wait'), step('wait removed -')]).at).toBeUndefined();
  });
});
