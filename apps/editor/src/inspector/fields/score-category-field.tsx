import { Autocomplete } from '@mantine/core';
import { readCategory, wordCategory } from '@sodate/journey/score/category-titles';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useText } from '../../language/use-text.ts';
import { asText, type FieldProps, markRequired } from './field-props.ts';

/** Categories that the score rules know are offered; any other is taken, and begins with the points given here. */
export function ScoreCategoryField(props: FieldProps<'score-category'>) {
  const { field, value, set, label, help, example, error, disabled, hint } = props;
  const { scoreCategories } = useSurroundings();
  const text = useText();
  const titleOf = (category: string) => text(wordCategory(category));
  return (
    <Autocomplete
      {...markRequired(field)}
      label={label}
      description={help}
      error={error}
      disabled={disabled}
      placeholder={example ?? ''}
      maxLength={hint.maxLength ?? 100}
      data={[...new Set(scoreCategories.map(titleOf))]}
      value={titleOf(asText(value))}
      onChange={(typed) => set(typed === '' ? undefined : readCategory({ typed, among: scoreCategories }))}
    />
  );
}
