import { expect, it } from 'vitest';
import { standingEntries } from './standing-entries.ts';

type Kind = Parameters<typeof standingEntries>[0][number]['kind'];

const line = (kind: Kind, also: { undoes?: true; tookOn?: true } = {}) => ({
  kind,
  undoes: false,
  tookOn: false,
  ...also,
});

function standing(...entries: ReturnType<typeof line>[]) {
  return standingEntries(entries).map(({ kind }) => kind);
}

it('leaves out a change of owner that was taken back, and nothing else', () => {
  const back = line('assigned', { undoes: true });
  expect(standing(line('created'), line('assigned'), line('assigned'), line('note'), back)).toEqual([
    'created',
    'assigned',
    'note',
  ]);
});

it('leaves out an answer that was taken back, with the acceptance that it brought', () => {
  const given = [line('created'), line('assigned')];
  expect(standing(...given, line('accepted'), line('lost', { tookOn: true }), line('undone'))).toEqual([
    'created',
    'assigned',
  ]);
  expect(standing(...given, line('accepted'), line('lost'), line('undone'))).toEqual([
    'created',
    'assigned',
    'accepted',
  ]);
});
