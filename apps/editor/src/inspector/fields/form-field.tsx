import { Autocomplete } from '@mantine/core';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useText } from '../../language/use-text.ts';
import { useTexts } from '../../language/use-texts.ts';
import { CopyField } from '../../parts/copy-field.tsx';
import { useSession } from '../../server/use-session.ts';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asText, type FieldProps } from './field-props.ts';
import own from './form-field.module.css';
import { offerForms } from './offer-forms.ts';

/** Forms seen, and those of the demo site, are offered; any other id is taken, and whoever runs the site is told how to mark the form with it. */
export function FormField({ value, set, label, help, example, error, disabled }: FieldProps<'form'>) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { forms } = useSurroundings();
  const { demo } = useSession();
  const offered = offerForms({ forms, demo });
  const chosen = asText(value).trim();
  const isNew = chosen !== '' && !forms.some(({ id }) => id === chosen);
  return (
    <div className={classes.field}>
      <Autocomplete
        label={label}
        description={help}
        error={error}
        disabled={disabled}
        placeholder={example ?? t('formExample')}
        data={offered.map(({ id }) => id)}
        renderOption={({ option }) => {
          const found = offered.find(({ id }) => id === option.value);
          const title = found === undefined ? option.value : text(found.title);
          return title === option.value ? title : t('formNamed', { title, name: option.value });
        }}
        value={asText(value)}
        onChange={(typed) => set(typed || undefined)}
      />
      {isNew && (
        <details className={own.behind}>
          <summary>{t('formForSite')}</summary>
          <p>{t('formForSiteHelp')}</p>
          <CopyField value={`data-sodate-form="${chosen}"`} label={t('formMark')} />
        </details>
      )}
    </div>
  );
}
