import { expect, it } from 'vitest';
import { endOf } from './end-of.ts';

it('keeps the last letters of a long line, and leaves a short one whole', () => {
  expect(endOf('【資料】ご請求の資料をお送りします')).toEqual({
    start: '【資料】ご請求の資料をお',
    end: '送りします',
    em: 5,
  });
  expect(endOf('3日後、次の平日の営業日 9:00')).toMatchObject({
    start: '3日後、次の平日の営業日',
    end: ' 9:00',
    em: 2.34,
  });
  expect(endOf('合計点')).toEqual({ start: '合計点', end: '', em: 0 });
});

it('never halves a letter that is made of several', () => {
  expect(endOf('棚卸しの季節がやってきました👩‍👩‍👧').end).toBe('きました👩‍👩‍👧');
});
