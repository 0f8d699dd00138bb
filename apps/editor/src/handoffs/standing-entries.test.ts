import { expect, it } from 'vitest';
import { standingEntries } from './standing-entries.ts';

const line = (id: string, kind: 'assigned' | 'note' | 'created') => ({ id, kind, undoes: false });

it('leaves out a change of owner that was taken back, and nothing else', () => {
  const entries = [
    line('made', 'created'),
    line('given', 'assigned'),
    line('slip', 'assigned'),
    line('said', 'note'),
    { ...line('back', 'assigned'), undoes: true },
  ];
  expect(standingEntries(entries).map(({ id }) => id)).toEqual(['made', 'given', 'said']);
});
