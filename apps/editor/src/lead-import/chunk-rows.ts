import type { CsvRow } from './read-csv.ts';

const mostRows = 500;
/** A request may have a megabyte; Japanese takes three bytes a letter. */
const mostLetters = 200_000;

/** The rows in requests' sizes, in order. */
export function chunkRows(rows: readonly CsvRow[]): readonly (readonly CsvRow[])[] {
  const chunks: CsvRow[][] = [];
  let letters = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const size = row.cells.reduce((sum, cell) => sum + cell.length + 3, 0);
    const last = chunks.at(-1);
    if (last === undefined || last.length === mostRows || letters + size > mostLetters) {
      chunks.push([row]);
      letters = size;
    } else {
      last.push(row);
      letters += size;
    }
  }
  return chunks;
}
