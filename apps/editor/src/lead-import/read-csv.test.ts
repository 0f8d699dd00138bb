import { expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

const read = (text: string) => readCsv({ name: 'leads.csv', bytes: new TextEncoder().encode(text).buffer });

it('takes the first row for heads and numbers the others as a spreadsheet does', () => {
  const file = read('氏名,メール\r\n緑川 悠,midori@midori.example\r\n\r\n"坂井, 真理子","a ""b"""\r\n');
  expect(file.heads).toEqual(['氏名', 'メール']);
  expect(file.rows).toEqual([
    { number: 2, cells: ['緑川 悠', 'midori@midori.example'] },
    { number: 4, cells: ['坂井, 真理子', 'a "b"'] },
  ]);
});

it('reads tabs as well, and an empty file as one without rows', () => {
  expect(read('name\temail\nAda\tada@x.example').rows[0]?.cells).toEqual(['Ada', 'ada@x.example']);
  expect(read('').rows).toEqual([]);
});

it('reads a hundred thousand rows', () => {
  const line = '緑川 悠,midori@midori.example,株式会社みどり製作所\n';
  expect(read(`氏名,メール,会社\n${line.repeat(100_000)}`).rows).toHaveLength(100_000);
});
