import { NumberInput } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import classes from './lead-filters.module.css';
import type { ListSearch } from './list-search.ts';
import type { texts } from './texts.ja.ts';

const bounds = ['scoreFrom', 'scoreBelow'] as const;

/** A range of scores: from, and below. */
export function ScoreFilter({
  search,
  onChange,
}: {
  search: ListSearch;
  onChange: (part: Partial<Record<(typeof bounds)[number], number | undefined>>) => void;
}) {
  const t = useTexts<typeof texts>('leads');
  return (
    <div className={classes.scores}>
      {bounds.map((bound) => (
        <NumberInput
          key={bound}
          aria-label={t(bound)}
          placeholder={t(bound)}
          value={search[bound] ?? ''}
          onChange={(value) => onChange({ [bound]: typeof value === 'number' ? value : undefined })}
          allowDecimal={false}
          min={-100_000}
          max={100_000}
          hideControls
        />
      ))}
    </div>
  );
}
