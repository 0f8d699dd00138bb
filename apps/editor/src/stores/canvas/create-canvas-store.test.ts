import { asId } from '@sodate/journey/id';
import { describe, expect, it } from 'vitest';
import { createCanvasStore } from './create-canvas-store.ts';
import type { CanvasView } from './view-shelf.ts';

const [node, other] = [asId<'node'>('a'), asId<'node'>('b')];

function newStore() {
  let kept: CanvasView = {};
  const shelf = {
    read: () => kept,
    write: (part: CanvasView) => {
      kept = { ...kept, ...part };
    },
  };
  return { canvas: createCanvasStore({ shelf }), again: () => createCanvasStore({ shelf }) };
}

describe('a node just added', () => {
  it('is fresh until its settings have been opened and left, also after the page was loaded again', () => {
    const { canvas, again } = newStore();
    canvas.addFresh(node);
    canvas.select([node]);
    canvas.select([other]);
    expect(again().getState().fresh.has(node)).toBe(true);
    canvas.select([node]);
    canvas.openPanel({ kind: 'node', tab: 'settings' });
    expect(canvas.getState().fresh.has(node)).toBe(true);
    canvas.openPanel(undefined);
    expect(canvas.getState().fresh.has(node)).toBe(false);
    expect(again().getState().fresh.has(node)).toBe(false);
  });

  it('is fresh no longer once another is chosen while its settings are open, or publishing is tried', () => {
    const { canvas } = newStore();
    for (const one of [node, other]) canvas.addFresh(one);
    canvas.select([node]);
    canvas.openPanel({ kind: 'node', tab: 'settings' });
    canvas.select([other]);
    expect([...canvas.getState().fresh]).toEqual([other]);
    canvas.ask('publish');
    expect([...canvas.getState().fresh]).toEqual([]);
  });
});

describe('undoing an addition', () => {
  const [third] = [asId<'node'>('c')];

  it('brings back what was selected before it, as far as that is still there', () => {
    const { canvas } = newStore();
    canvas.select([node, third]);
    canvas.selectAdded(other);
    canvas.returnFrom({ [node]: {}, [other]: {}, [third]: {} });
    expect([...canvas.getState().selected]).toEqual([other]);
    canvas.returnFrom({ [node]: {} });
    expect([...canvas.getState().selected]).toEqual([node]);
  });

  it('goes back to the addition once that is redone, and lets one choose freely while it is there', () => {
    const { canvas } = newStore();
    canvas.select([node]);
    canvas.selectAdded(other);
    canvas.returnFrom({ [node]: {} });
    canvas.returnFrom({ [node]: {}, [other]: {} });
    expect([...canvas.getState().selected]).toEqual([other]);
    canvas.select([node]);
    canvas.returnFrom({ [node]: {}, [other]: {} });
    expect([...canvas.getState().selected]).toEqual([node]);
  });

  it('leaves alone what was chosen since', () => {
    const { canvas } = newStore();
    canvas.select([node]);
    canvas.selectAdded(other);
    canvas.select([third]);
    canvas.returnFrom({ [node]: {}, [third]: {} });
    expect([...canvas.getState().selected]).toEqual([third]);
  });
});
