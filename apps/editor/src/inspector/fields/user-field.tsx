import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { usePersonChoices } from '../../people/use-person-choices.tsx';
import type { FieldProps } from './field-props.ts';
import { Picker } from './picker-fields.tsx';

/** A person. */
export function UserField(props: FieldProps<'user'>) {
  const people = usePersonChoices({ people: useSurroundings().users });
  return <Picker props={props} {...people} nothing="" />;
}
