import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

it('reads UTF-8, with or without a mark at the beginning', () => {
  expect(decodeText(new TextEncoder().encode('氏名,会社').buffer)).toEqual({ text: '氏名,会社', encoding: 'UTF-8' });
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x41)).text).toBe('A');
});

it('reads what Excel in Japan writes', () => {
  // 氏名,①髙 in Windows-31J.
  const encoded = bytes(0x8e, 0x81, 0x96, 0xbc, 0x2c, 0x87, 0x40, 0xfb, 0xfc);
  expect(decodeText(encoded)).toEqual({ text: '氏名,①髙', encoding: 'Shift_JIS' });
});
