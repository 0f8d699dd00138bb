import type { StuckLead } from '@sodate/services/enrollment/list-stuck';
import { Link } from '@tanstack/react-router';
import { selectionColumn } from '../bulk/selection-column.tsx';
import type { texts as bulkTexts } from '../bulk/texts.ja.ts';
import type { Selection } from '../bulk/use-selection.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import type { Column } from '../parts/data-table.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { RowWays } from './row-ways.tsx';
import type { texts } from './texts.ja.ts';

/** The columns of the list of stuck leads; the lead's name leads to its passage. */
export function useStuckColumns({
  selection,
  rows,
}: {
  selection: Selection;
  rows: readonly StuckLead[];
}): readonly Column<StuckLead>[] {
  const t = useTexts<typeof texts>('stuck');
  const bulk = useTexts<typeof bulkTexts>('bulk');
  const text = useText();
  const formats = useFormats();
  const wide = useIsWide();
  const leadName = useLeadName();
  const nameOf = ({ lead, name, email }: StuckLead) => leadName({ id: lead, name, email });
  const ways = (row: StuckLead) => <RowWays row={row} name={nameOf(row)} />;
  const columns: readonly Column<StuckLead>[] = [
    selectionColumn({
      selection,
      keys: rows.map(({ enrollment }) => enrollment),
      keyOf: ({ enrollment }) => enrollment,
      nameOf: (row) => bulk('pick', { name: nameOf(row) }),
      pageLabel: bulk('pickPage'),
    }),
    {
      key: 'lead',
      title: t('lead'),
      cell: (row) => (
        <>
          <Link className="link" to="/enrollments/$enrollment" params={{ enrollment: row.enrollment }}>
            <b>{nameOf(row)}</b>
          </Link>
          {row.test && <small className="muted"> {t('test')}</small>}
          {row.company !== null && (
            <>
              <br />
              <small className="muted">{row.company}</small>
            </>
          )}
          {!wide && ways(row)}
        </>
      ),
    },
    {
      key: 'at',
      title: t('at'),
      cell: ({ journey, node }) => (
        <>
          {text(node.title)}
          <br />
          <small className="muted">{journey.name}</small>
        </>
      ),
    },
    { key: 'why', title: t('why'), cell: ({ why }) => (why === null ? t('unknownWhy') : text(why)) },
    {
      key: 'since',
      title: t('sinceTitle'),
      secondary: true,
      cell: ({ since }) => <span className="nowrap">{since === null ? '—' : formats.dateTime(since)}</span>,
    },
  ];
  // On a phone a last column would lie beyond the edge.
  return wide ? [...columns, { key: 'ways', title: '', align: 'right', cell: ways }] : columns;
}
