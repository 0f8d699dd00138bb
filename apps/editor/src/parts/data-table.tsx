import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import classes from './data-table.module.css';
import { Pages } from './pages.tsx';
import type { texts } from './texts.ja.ts';
import type { Paging } from './use-paging.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'left' | 'right';
  readonly width?: number | string;
  /** Present: the title sorts by this column. */
  readonly sort?: { readonly direction: 'ascending' | 'descending' | 'none'; readonly onToggle: () => void };
  /** Left out on a phone. */
  readonly secondary?: boolean;
}

/**
 * A list of one page of rows, with paging below. `label` names the list for screen readers; `empty` is shown while
 * there is no row. A row opens by the link in its first cell; with `onOpen` a click anywhere on it does so too.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  empty,
  loading = false,
  onOpen,
  paging,
  next,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty: ReactNode;
  loading?: boolean;
  onOpen?: (row: Row) => void;
  paging?: Paging;
  /** The `next` of the page shown. */
  next?: string | undefined;
}) {
  const t = useTexts<typeof texts>('parts');
  if (rows.length === 0 && !loading && (paging === undefined || paging.page === 1)) return <>{empty}</>;
  return (
    <div className={classes.list} aria-busy={loading}>
      <div className={classes.scroll}>
        <Table className={classes.table ?? ''} aria-label={label} highlightOnHover={onOpen !== undefined}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr
                key={rowKey(row)}
                className={onOpen === undefined ? '' : (classes.opens ?? '')}
                onClick={(event) => {
                  // A link, a button or a check box in the row does its own thing.
                  if (!(event.target as Element).closest('a, button, input, label')) onOpen?.(row);
                }}
              >
                {columns.map((column) => (
                  <Table.Td key={column.key} className={cellClass(column)}>
                    {column.cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {loading && rows.length === 0 && <p className={classes.loading}>{t('table.loading')}</p>}
      </div>
      {paging !== undefined && (paging.page > 1 || next !== undefined) && <Pages paging={paging} next={next} />}
    </div>
  );
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { sort, title, width } = column;
  return (
    <Table.Th
      className={cellClass(column)}
      {...(width === undefined ? {} : { w: width })}
      {...(sort === undefined ? {} : { 'aria-sort': sort.direction })}
    >
      {sort === undefined ? (
        title
      ) : (
        <button type="button" className={classes.sort} data-direction={sort.direction} onClick={sort.onToggle}>
          {title}
        </button>
      )}
    </Table.Th>
  );
}

function cellClass<Row>({ align, secondary }: Column<Row>): string {
  return [align === 'right' ? classes.right : '', secondary === true ? classes.secondary : ''].join(' ');
}
