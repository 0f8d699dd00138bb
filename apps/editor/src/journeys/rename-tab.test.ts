import { expect, it } from 'vitest';
import { renameTab } from './rename-tab.ts';

function storageOf(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

it('knows what the tab was called before it was loaded anew', () => {
  const storage = storageOf();
  expect(renameTab({ clientId: 'a', storage })).toEqual([]);
  expect(renameTab({ clientId: 'b', storage })).toEqual(['a']);
  expect(renameTab({ clientId: 'c', storage })).toEqual(['b', 'a']);
  for (let index = 0; index < 40; index++) renameTab({ clientId: `n${index}`, storage });
  expect(renameTab({ clientId: 'z', storage })).toHaveLength(20);
});

it('goes on without, where nothing can be kept', () => {
  const refuse = () => {
    throw new Error('forbidden');
  };
  expect(renameTab({ clientId: 'a', storage: { getItem: refuse, setItem: refuse } })).toEqual([]);
});
