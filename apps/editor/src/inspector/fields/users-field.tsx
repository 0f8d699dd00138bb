import { MultiSelect } from '@mantine/core';
import { useJourney } from '../../journeys/journey-context.ts';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useTexts } from '../../language/use-texts.ts';
import { usePersonChoices } from '../../people/use-person-choices.tsx';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asList, asText, type FieldProps, markRequired } from './field-props.ts';

/**
 * People, by name. One who is no longer there stays visible as such. Where nobody is chosen and nobody stands in, the way to
 * invite one.
 */
export function UsersField({ field, hint, value, set, label, help, error, disabled }: FieldProps<'users'>) {
  const t = useTexts<typeof texts>('inspector');
  const { role } = useJourney();
  const { users } = useSurroundings();
  const { choices, renderOption } = usePersonChoices({ people: users });
  // One alone was a text by itself before several could be chosen.
  const chosen = (typeof value === 'string' ? [value] : asList(value)).map(asText).filter((id) => id !== '');
  const gone = chosen.filter((id) => choices.every((choice) => choice.value !== id));
  const lacksManager =
    hint.otherwise === 'sales-managers' && chosen.length === 0 && !users.some(({ manages }) => manages);
  return (
    <div className={classes.field}>
      <MultiSelect
        {...markRequired(field)}
        label={label}
        description={help}
        error={error}
        disabled={disabled}
        data={[...choices, ...gone.map((id) => ({ value: id, label: t('gone') }))]}
        value={chosen}
        placeholder={chosen.length === 0 ? t('choose') : ''}
        searchable={choices.length > 8}
        clearable={!field.required}
        nothingFoundMessage={t('noneFound')}
        renderOption={renderOption}
        onChange={(next) => set(next.length === 0 ? undefined : next)}
      />
      {lacksManager && role === 'admin' && (
        <a className="link" href="/settings/people?invite=sales-manager" target="_blank" rel="noreferrer">
          {t('inviteManager')}
        </a>
      )}
      {lacksManager && role !== 'admin' && <p className="muted">{t('askForManager')}</p>}
    </div>
  );
}
