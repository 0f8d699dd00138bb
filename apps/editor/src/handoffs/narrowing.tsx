import { Select } from '@mantine/core';

const everything = 'all';

/** One of the lists that narrow the inbox down: all, or those of one choice. */
export function Narrowing<Value extends string>({
  label,
  all,
  choices,
  chosen,
  onChoose,
  searchable = false,
}: {
  label: string;
  /** What it says where nothing is left out. */
  all: string;
  choices: readonly { readonly value: Value; readonly label: string }[];
  chosen: Value | undefined;
  onChoose: (chosen: Value | undefined) => void;
  searchable?: boolean;
}) {
  return (
    <Select
      size="xs"
      aria-label={label}
      data={[{ value: everything, label: all }, ...choices]}
      value={chosen ?? everything}
      onChange={(value) => onChoose(choices.find((choice) => choice.value === value)?.value)}
      allowDeselect={false}
      searchable={searchable}
    />
  );
}
