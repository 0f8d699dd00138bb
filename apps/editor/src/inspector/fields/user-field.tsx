import { useJourney } from '../../journeys/journey-context.ts';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useTexts } from '../../language/use-texts.ts';
import { usePersonChoices } from '../../people/use-person-choices.tsx';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asText, type FieldProps } from './field-props.ts';
import { Picker } from './picker-fields.tsx';

/** A person. Where nobody is chosen and nobody stands in, the way to invite one. */
export function UserField(props: FieldProps<'user'>) {
  const t = useTexts<typeof texts>('inspector');
  const { role } = useJourney();
  const { users } = useSurroundings();
  const people = usePersonChoices({ people: users });
  const lacksManager =
    props.hint.otherwise === 'sales-managers' && asText(props.value) === '' && !users.some(({ manages }) => manages);
  return (
    <div className={classes.field}>
      <Picker props={props} {...people} nothing="" />
      {lacksManager && role === 'admin' && (
        <a className="link" href="/settings/people?invite=sales-manager" target="_blank" rel="noreferrer">
          {t('inviteManager')}
        </a>
      )}
      {lacksManager && role !== 'admin' && <p className="muted">{t('askForManager')}</p>}
    </div>
  );
}
