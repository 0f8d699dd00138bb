import { beforeEach, expect, it } from 'vitest';
import { type BriefKeys, briefKeys } from './brief-keys.ts';

let keys: BriefKeys;
let done: string[];

beforeEach(() => {
  keys = briefKeys();
  done = [];
});

function load(handoff: string): () => void {
  const note = (key: string) => () => done.push(`${handoff} ${key}`);
  const ends = [
    keys.attend({ handoff, acts: { '1': note('1'), '3': note('3') } }),
    keys.attend({ handoff, acts: { C: note('C') } }),
    keys.show(handoff),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function press(...[handoff, key, at = 0]: [string, string, number?]): void {
  keys.press({ handoff, key, at });
}

it('acts at once on the brief that is there', () => {
  load('a');
  press('a', '3');
  press('a', 'C');
  expect(done).toEqual(['a 3', 'a C']);
});

it('keeps a key for the brief that is still loading, and lets it act once', () => {
  press('a', '3');
  expect(done).toEqual([]);
  load('a')();
  load('a');
  expect(done).toEqual(['a 3']);
});

it('never acts on the one still shown, nor on the next one', () => {
  const leave = load('a');
  press('b', '3');
  leave();
  load('c');
  load('b');
  expect(done).toEqual([]);
});

it('forgets what waited for one that is no longer chosen', () => {
  press('a', '3');
  keys.choose('a');
  keys.choose('b');
  keys.choose('a');
  load('a');
  expect(done).toEqual([]);
});

it('takes digits after C for the day that it asks for, until a pause', () => {
  load('a');
  press('a', 'C', 0);
  press('a', '1', 2_900);
  press('a', '3', 5_800);
  expect(done).toEqual(['a C']);
  press('a', '3', 8_900);
  expect(done).toEqual(['a C', 'a 3']);
});

it('takes digits for an answer again after another key, and of another hand-off', () => {
  load('a');
  press('a', 'C', 0);
  press('a', 'A', 100);
  press('a', '1', 200);
  press('a', 'C', 300);
  load('b');
  press('b', '3', 400);
  expect(done).toEqual(['a C', 'a 1', 'a C', 'b 3']);
});

it('takes them so too while the brief is loading', () => {
  press('a', 'C', 0);
  press('a', '1', 100);
  load('a');
  press('a', '1', 200);
  expect(done).toEqual(['a C']);
});
