import { selectionColumn } from '../bulk/selection-column.tsx';
import type { texts } from '../bulk/texts.ja.ts';
import { type Selection, useSelection } from '../bulk/use-selection.ts';
import { useTexts } from '../language/use-texts.ts';
import type { Column } from '../parts/data-table.tsx';
import { useLeadName } from './lead-name.tsx';
import type { ListedLead } from './lead-types.ts';

/** Which leads of the list are picked, over its pages, and the column of check boxes to pick them by. */
export function useLeadPicking({ rows, filter }: { rows: readonly ListedLead[]; filter: object }): {
  readonly selection: Selection;
  readonly column: Column<ListedLead>;
} {
  const t = useTexts<typeof texts>('bulk');
  const selection = useSelection({ reset: JSON.stringify(filter) });
  const nameOf = useLeadName();
  const column = selectionColumn<ListedLead>({
    selection,
    keys: rows.map(({ id }) => id),
    keyOf: ({ id }) => id,
    nameOf: (lead) => t('pick', { name: nameOf(lead) }),
    pageLabel: t('pickPage'),
  });
  return { selection, column };
}
