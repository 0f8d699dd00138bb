import { expect, it } from 'vitest';
import { keptWords } from './kept-words.ts';

const key = 'note 1';

function createStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, item: string) => void items.set(name, item),
    removeItem: (name: string) => void items.delete(name),
  };
}

it('tells a form that was opened again that what it shows was stored by the one before', () => {
  const words = keptWords(createStorage);
  words.write({ key, value: '折り返しは金曜' });
  const shown: unknown[] = [];
  const end = words.subscribe(() => shown.push(words.read(key)));
  words.write({ key, value: undefined });
  expect(shown).toEqual([undefined]);
  end();
  words.write({ key, value: 'x' });
  expect(shown).toHaveLength(1);
});

it('gives the same object until it changes, and finds it again after the page was loaded anew', () => {
  const storage = createStorage();
  keptWords(() => storage).write({ key, value: { bantBudget: '300万円' } });
  const words = keptWords(() => storage);
  expect(words.read(key)).toEqual({ bantBudget: '300万円' });
  expect(words.read(key)).toBe(words.read(key));
  words.write({ key, value: undefined });
  expect(keptWords(() => storage).read(key)).toBeUndefined();
});

it('keeps what is typed where the browser forbids storage', () => {
  const words = keptWords(() => {
    throw new Error('forbidden');
  });
  expect(words.read(key)).toBeUndefined();
  words.write({ key, value: 'x' });
  expect(words.read(key)).toBe('x');
});
