import { Tooltip } from '@mantine/core';
import type { PresentPerson } from '@sodate/services/journey/read-company';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { useCompany, useGraph, useJourney } from './journey-context.ts';
import classes from './person-mark.module.css';
import { PersonMark } from './person-mark.tsx';
import type { texts } from './texts.ja.ts';

const mostShown = 5;

/** Who else has the journey open; a press goes to where they are. */
export function PresentPeople() {
  const t = useTexts<typeof texts>('journeys');
  const people = useCompany((state) => state.people);
  if (people.length === 0) return null;
  return (
    <ul className={classes.people} aria-label={t('presentPeople')}>
      {people.slice(0, mostShown).map((person) => (
        <li key={person.clientId}>
          <Person person={person} />
        </li>
      ))}
      {people.length > mostShown && <li>{`+${people.length - mostShown}`}</li>}
    </ul>
  );
}

function Person({ person }: { person: PresentPerson }) {
  const t = useTexts<typeof texts>('journeys');
  const text = useText();
  const { canvas, types } = useJourney();
  const { nodes } = useGraph();
  const node = person.node === null ? undefined : nodes[person.node];
  const type = types.get(node?.type ?? '');
  const title = node?.title ?? (type === undefined ? undefined : text(type.title));
  const { name } = person;
  const words = title === undefined ? t('present', { name }) : t('presentAt', { name, node: title });
  return (
    <Tooltip label={words}>
      <button type="button" aria-label={words} onClick={() => node !== undefined && canvas.select([node.id])}>
        <PersonMark person={person} />
      </button>
    </Tooltip>
  );
}
