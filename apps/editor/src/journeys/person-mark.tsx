import type { PresentPerson } from '@sodate/services/journey/read-company';
import classes from './person-mark.module.css';

const colours = 6;

/** A person's initial in their colour: decoration beside the name. The same person has the same colour everywhere. */
export function PersonMark({ person, size = 24 }: { person: Pick<PresentPerson, 'user' | 'name'>; size?: number }) {
  return (
    <span
      className={classes.mark}
      data-colour={colourOf(person)}
      style={{ width: size, height: size, fontSize: size < 20 ? 10 : undefined }}
      aria-hidden="true"
    >
      {[...person.name.trim()][0] ?? ''}
    </span>
  );
}

export function colourOf({ user }: Pick<PresentPerson, 'user'>): number {
  let sum = 0;
  for (const letter of user) sum = (sum * 31 + letter.charCodeAt(0)) % 9_973;
  return sum % colours;
}
