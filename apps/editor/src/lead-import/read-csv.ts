import Papa from 'papaparse';
import { decodeText, type TextEncoding } from './decode-text.ts';

export interface CsvFile {
  readonly name: string;
  readonly encoding: TextEncoding;
  readonly heads: readonly string[];
  /** The rows under the heads, empty ones left out, numbered as a spreadsheet counts them. */
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Reads a table of comma, semicolon or tab separated values; its first row names the columns. */
export function readCsv({ name, bytes }: { name: string; bytes: ArrayBuffer }): CsvFile {
  const { text, encoding } = decodeText(bytes);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const [heads = [], ...rest] = data;
  return {
    name,
    encoding,
    heads: heads.map((head) => head.trim()),
    rows: rest
      .map((cells, index) => ({ number: index + 2, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}
