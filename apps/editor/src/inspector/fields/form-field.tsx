import { Link } from '@tanstack/react-router';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useTexts } from '../../language/use-texts.ts';
import { CopyField } from '../../parts/copy-field.tsx';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asText, type FieldProps, markRequired } from './field-props.ts';
import own from './form-field.module.css';
import { FormInput } from './form-input.tsx';

/** Forms that are known are offered; any other name is taken, and whoever runs the site is told how to mark the form with it. */
export function FormField({ field, value, set, label, help, example, error, disabled }: FieldProps<'form'>) {
  const t = useTexts<typeof texts>('inspector');
  const { forms } = useSurroundings();
  const chosen = asText(value).trim();
  const isNew = chosen !== '' && !forms.some(({ id }) => id === chosen);
  return (
    <div className={classes.field}>
      <FormInput
        {...markRequired(field)}
        label={label}
        description={help}
        error={error}
        disabled={disabled}
        placeholder={example ?? t('formExample')}
        form={asText(value)}
        setForm={(form) => set(form || undefined)}
      />
      {(isNew || chosen === '') && (
        <Link className={`link ${own.way}`} to="/settings/tag">
          {t('formWay')}
        </Link>
      )}
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
