import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { openViewShelf } from './view-shelf.ts';

const journey = asId<'journey'>('j1');
const key = 'sodate.view/j1';

function storageWith(text?: string): Storage {
  const entries = new Map(text === undefined ? [] : [[key, text]]);
  const storage: Pick<Storage, 'getItem' | 'setItem'> = {
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
  };
  return storage as Storage;
}

it('remembers place and collapsed groups apart from each other', () => {
  const shelf = openViewShelf({ storage: storageWith(), journey, isNarrow: () => false });
  shelf.write({ viewport: { x: 1, y: 2, zoom: 0.5 } });
  shelf.write({ collapsed: [asId('g')] });
  expect(shelf.read()).toEqual({ viewport: { x: 1, y: 2, zoom: 0.5 }, collapsed: ['g'] });
});

it('shows a narrow window nothing of the place a wide one was left at, nor the other way round', () => {
  let narrow = false;
  const shelf = openViewShelf({ storage: storageWith(), journey, isNarrow: () => narrow });
  shelf.write({ viewport: { x: 1, y: 2, zoom: 0.5 }, collapsed: [asId('g')] });
  narrow = true;
  expect(shelf.read()).toEqual({ collapsed: ['g'] });
  shelf.write({ viewport: { x: 3, y: 4, zoom: 1 } });
  expect(shelf.read().viewport?.x).toBe(3);
  narrow = false;
  expect(shelf.read().viewport?.x).toBe(1);
});

it.each(['', '7', '{"viewport":{"x":1}}', '{"viewport":{"x":0,"y":0,"zoom":0}}', '{"collapsed":3}'])(
  'passes over what it cannot have written: %s',
  (text) => {
    expect(openViewShelf({ storage: storageWith(text), journey, isNarrow: () => false }).read()).toEqual({});
  },
);

it('lives on without a storage', () => {
  const refuse = () => {
    throw new Error('forbidden');
  };
  const storage = { getItem: refuse, setItem: refuse } as unknown as Storage;
  const shelf = openViewShelf({ storage, journey, isNarrow: () => false });
  shelf.write({ collapsed: [] });
  expect(shelf.read()).toEqual({});
});
