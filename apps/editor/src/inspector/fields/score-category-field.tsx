import { Autocomplete } from '@mantine/core';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { asText, type FieldProps, markRequired } from './field-props.ts';

/** Categories that the score rules know are offered; any other is taken, and begins with the points given here. */
export function ScoreCategoryField(props: FieldProps<'score-category'>) {
  const { field, value, set, label, help, example, error, disabled, hint } = props;
  const { scoreCategories } = useSurroundings();
  return (
    <Autocomplete
      {...markRequired(field)}
      label={label}
      description={help}
      error={error}
      disabled={disabled}
      placeholder={example ?? ''}
      maxLength={hint.maxLength ?? 100}
      data={[...scoreCategories]}
      value={asText(value)}
      onChange={(category) => set(category === '' ? undefined : category)}
    />
  );
}
