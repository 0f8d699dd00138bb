import { expect, it } from 'vitest';
import { noteForMe } from './note-for-me.ts';

const rep = 'rep';
const boss = 'boss';
const at = '2026-11-24T00:00:00.000Z';

function entry(
  byId: string,
  { kind = 'note', note = '先に見積を' }: { kind?: 'note' | 'absent' | 'undone'; note?: string | null } = {},
) {
  return { kind, byId: byId as never, by: byId, note, at, undoes: false, tookOn: false };
}

it('shows an owner the newest note of somebody else until they do something after it', () => {
  const owner = { id: rep };
  const told = [entry(boss, { note: '前の' }), entry(boss)];
  expect(noteForMe({ entries: told, owner, me: rep })).toMatchObject({ note: '先に見積を', by: boss });
  expect(noteForMe({ entries: [...told, entry(rep, { kind: 'absent', note: null })], owner, me: rep })).toBeUndefined();
  const slip = [entry(rep, { kind: 'absent', note: null }), entry(rep, { kind: 'undone', note: null })];
  expect(noteForMe({ entries: [...told, ...slip], owner, me: rep })).toMatchObject({ note: '先に見積を' });
  expect(noteForMe({ entries: [entry(rep)], owner, me: rep })).toBeUndefined();
});

it('shows a manager a note only where it answers one of theirs', () => {
  const owner = { id: rep };
  expect(noteForMe({ entries: [entry(rep)], owner, me: boss })).toBeUndefined();
  expect(noteForMe({ entries: [entry(boss), entry(rep, { note: '送りました' })], owner, me: boss })).toMatchObject({
    note: '送りました',
  });
});
