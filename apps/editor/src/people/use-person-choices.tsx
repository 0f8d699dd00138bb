import type { SelectProps } from '@mantine/core';
import type { Role } from '@sodate/database/schema/user';
import type { texts as frameTexts } from '../frame/texts.ja.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';
import { usePersonLabel } from './use-person-label.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role?: Role;
  /** Not there now. */
  readonly away?: boolean;
  /** The day from which they will not be there, where that is near. */
  readonly awayFrom?: string | null;
  /** By the seed: mails reach nobody. */
  readonly madeUp?: boolean;
  /** What else helps to choose. */
  readonly more?: string;
}

/** People to choose from, and how each stands in the open list: with what they do here beside the name. */
export function usePersonChoices({ people, prefix = '' }: { people: readonly Person[]; prefix?: string }): {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly renderOption: NonNullable<SelectProps['renderOption']>;
} {
  const t = useTexts<typeof frameTexts>('frame');
  const own = useTexts<typeof texts>('people');
  const labelOf = usePersonLabel();
  const formats = useFormats();
  const markAway = ({ away, awayFrom }: Person) => {
    if (away === true) return own('markAway');
    return awayFrom == null ? '' : own('markAwayFrom', { from: formats.day(awayFrom) });
  };
  const markedOf = (person: Person) => {
    const marks = [markAway(person), person.madeUp === true ? own('markMadeUp') : ''];
    return `${labelOf(person)}${marks.join('')}`;
  };
  const aboutOf = ({ role, more }: Person) =>
    [role === undefined ? undefined : t(`role.${role}`), more].filter((part) => part !== undefined).join(' · ');
  const about = new Map(people.map((person) => [`${prefix}${person.id}`, aboutOf(person)]));
  return {
    choices: people.map((person) => ({ value: `${prefix}${person.id}`, label: markedOf(person) })),
    renderOption: ({ option }) => (
      <span>
        {option.label} <small className="muted">{about.get(option.value)}</small>
      </span>
    ),
  };
}
