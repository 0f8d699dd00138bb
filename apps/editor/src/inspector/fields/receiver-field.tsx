import { Select } from '@mantine/core';
import type { Json } from '@sodate/journey/json';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useTexts } from '../../language/use-texts.ts';
import { usePersonChoices } from '../../people/use-person-choices.tsx';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asObject, asText, type FieldProps, markRequired } from './field-props.ts';

/** A person or a team, in one list; who works alone so far is shown the way to invite others. */
export function ReceiverField({ field, value, set, label, help, error, disabled }: FieldProps<'receiver'>) {
  const t = useTexts<typeof texts>('inspector');
  const { users, teams } = useSurroundings();
  const people = usePersonChoices({ people: users, prefix: 'user:' });
  const { kind, user, team } = asObject(value);
  const chosen = kind === 'user' ? `user:${asText(user)}` : `team:${asText(team)}`;
  const take = (next: string | null): Json | undefined => {
    if (next === null) return undefined;
    const id = next.slice(next.indexOf(':') + 1);
    return next.startsWith('user:') ? { kind: 'user', user: id } : { kind: 'team', team: id };
  };
  return (
    <div className={classes.field}>
      <Select
        {...markRequired(field)}
        label={label}
        description={help}
        error={error}
        disabled={disabled}
        placeholder={t('choose')}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('noneFound')}
        data={[
          {
            group: t('teams'),
            items: teams.map(({ id, name, members }) => ({
              value: `team:${id}`,
              label: t('teamOf', { name, count: members }),
            })),
          },
          { group: t('persons'), items: [...people.choices] },
        ]}
        renderOption={people.renderOption}
        value={kind === undefined ? null : chosen}
        onChange={(next) => set(take(next))}
      />
      {users.length <= 1 && (
        <a className="link" href="/settings/people?invite=sales-rep" target="_blank" rel="noreferrer">
          {t('invite')}
        </a>
      )}
    </div>
  );
}
