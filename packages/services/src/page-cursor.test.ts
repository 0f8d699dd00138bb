import { describe, expect, it } from 'vitest';
import { formatCursor, parseTimeCursor, parseWholeCursor } from './page-cursor.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a cursor', () => {
  it('is read as it was made', () => {
    const time = { id, value: '2026-11-19T05:32:00.000Z' };
    expect(parseTimeCursor(formatCursor(time))).toEqual(time);
    expect(parseWholeCursor(formatCursor({ id, value: '-12' }))).toEqual({ id, value: -12 });
  });

  it.each(['', '~', 'n~1', `${id}~`, `${id}~soon`, `${id}~0000-01-01T00:00:00Z`, `${id}~+275760-09-13T00:00:00.000Z`])(
    '%j with a time is refused in words',
    (text) => {
      expect(() => parseTimeCursor(text)).toThrow('Reload the list');
    },
  );

  it.each([`${id}~`, `${id}~1.5`, `${id}~1e9`, `${id}~2147483648`, `${id}~Infinity`])(
    '%j with a number is refused in words',
    (text) => {
      expect(() => parseWholeCursor(text)).toThrow('Reload the list');
    },
  );
});
