import { Checkbox } from '@mantine/core';
import type { Column } from '../parts/data-table.tsx';
import type { Selection } from './use-selection.ts';

/** The first column of a list whose rows can be picked. `nameOf` names a row for those who do not see it. */
export function selectionColumn<Row>({
  selection,
  keys,
  keyOf,
  nameOf,
  pageLabel,
}: {
  selection: Selection;
  keys: readonly string[];
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  pageLabel: string;
}): Column<Row> {
  const onPage = keys.filter(selection.has).length;
  return {
    key: 'picked',
    width: 36,
    title: (
      <Checkbox
        size="xs"
        radius={4}
        aria-label={pageLabel}
        checked={keys.length > 0 && onPage === keys.length}
        indeterminate={onPage > 0 && onPage < keys.length}
        onChange={() => selection.togglePage(keys)}
      />
    ),
    cell: (row) => (
      <Checkbox
        size="xs"
        radius={4}
        aria-label={nameOf(row)}
        checked={selection.has(keyOf(row))}
        onChange={() => selection.toggle(keyOf(row))}
      />
    ),
  };
}
