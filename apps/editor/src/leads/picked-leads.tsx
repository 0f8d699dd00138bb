import { Button } from '@mantine/core';
import { useState } from 'react';
import { SelectionBar } from '../bulk/selection-bar.tsx';
import type { Selection } from '../bulk/use-selection.ts';
import { useTexts } from '../language/use-texts.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { EnrolAll } from './enrol-all.tsx';
import classes from './picked-leads.module.css';
import type { texts } from './texts.ja.ts';
import { useMayEdit } from './use-may-edit.ts';

/** How many leads are picked, and what can be done with them; all of the list go by the button above it. */
export function PickedLeads({ selection, any }: { selection: Selection; any: boolean }) {
  const t = useTexts<typeof texts>('leads');
  const [enrolling, setEnrolling] = useState(false);
  const may = useMayEdit();
  const isWide = useIsWide();
  const ids = [...selection.picked];
  if (!any || !may || !isWide) return null;
  return (
    <>
      <div className={classes.foot}>
        <SelectionBar selection={selection} total={ids.length}>
          <Button size="xs" onClick={() => setEnrolling(true)}>
            {t('enrolPicked', { count: ids.length })}
          </Button>
        </SelectionBar>
      </div>
      {enrolling && (
        <EnrolAll
          filter={{ ids }}
          people={t('people', { count: ids.length })}
          action={t('enrolPicked', { count: ids.length })}
          onClose={() => setEnrolling(false)}
        />
      )}
    </>
  );
}
