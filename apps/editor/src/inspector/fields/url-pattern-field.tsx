import { Autocomplete, Input, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Json } from '@sodate/journey/json';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTexts } from '../../language/use-texts.ts';
import { trpc } from '../../server/trpc.ts';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asObject, asText, type FieldProps } from './field-props.ts';
import own from './url-pattern-field.module.css';

const longest = 200;

/** How to compare, and the address; pages that were seen are offered, and those that fit are counted. */
export function UrlPatternField({
  field,
  value,
  set,
  label,
  help,
  example,
  error,
  disabled,
}: FieldProps<'url-pattern'>) {
  return (
    <Input.Wrapper withAsterisk={field.required} label={label} description={help} error={error}>
      <UrlPatternInput
        required={field.required}
        value={value}
        set={set}
        label={label}
        example={example}
        disabled={disabled}
        countsPages={field.key === 'url'}
      />
    </Input.Wrapper>
  );
}

export function UrlPatternInput({
  value,
  set,
  label,
  example,
  required = false,
  disabled,
  countsPages,
}: {
  value: Json | undefined;
  set: (value: Json | undefined) => void;
  label: string;
  example?: string | undefined;
  required?: boolean;
  disabled: boolean;
  /** Whether it is about pages of one's own: what else mails link to is not known. */
  countsPages: boolean;
}) {
  const t = useTexts<typeof texts>('inspector');
  const { match, value: address } = asObject(value);
  const typed = asText(address);
  const how = match === 'exact' || match === 'prefix' ? match : 'pattern';
  const pages = usePagesSeen(typed);
  return (
    <>
      <div className={classes.row}>
        <Select
          className={classes.match ?? ''}
          aria-label={t('matchBy', { label })}
          disabled={disabled}
          allowDeselect={false}
          data={(['pattern', 'prefix', 'exact'] as const).map((one) => ({ value: one, label: t(`match-${one}`) }))}
          // What the star is has room in the list alone.
          comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
          renderOption={({ option }) =>
            option.value === 'pattern' ? (
              <span>
                {option.label} <small className="muted">{t('patternHelp')}</small>
              </span>
            ) : (
              option.label
            )
          }
          value={how}
          onChange={(next) => next !== null && set({ match: next, value: typed })}
        />
        <Autocomplete
          className={classes.grow ?? ''}
          aria-label={t('address', { label })}
          aria-required={required}
          disabled={disabled}
          placeholder={how === 'pattern' ? `/*${(example ?? '/price').slice(1)}*` : (pages[0] ?? example ?? '/price')}
          data={pages}
          // Paths are told apart by their ends: none is cut.
          comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
          filter={({ options }) => options}
          value={typed}
          onChange={(next) => set(next === '' ? undefined : { match: how, value: next })}
        />
      </div>
      {countsPages && (
        <PagesCounted
          pattern={{ match: how, value: typed.trim() }}
          onTake={disabled ? undefined : (meant) => set({ match: how, value: meant })}
        />
      )}
    </>
  );
}

interface Pattern {
  readonly match: 'exact' | 'prefix' | 'pattern';
  readonly value: string;
}

/** How many of the pages seen so far fit; of a pattern that none fits, which is likely mistyped, what was meant. */
function PagesCounted({ pattern, onTake }: { pattern: Pattern; onTake: ((meant: string) => void) | undefined }) {
  const t = useTexts<typeof texts>('inspector');
  const [asked] = useDebouncedValue(pattern, 300);
  const { data } = useQuery({
    ...trpc.journeys.countPages.queryOptions(asked, { meta: { silent: true } }),
    enabled: asked.value !== '' && asked.value.length <= longest,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  if (pattern.value === '' || data === undefined) return null;
  const { pages: count, first, noneSeen, meant } = data;
  const words = () => {
    if (noneSeen) return t('pagesNone');
    if (count === 0 || first === null) return t('pagesFit-zero');
    return count === 1 ? t('pagesFit-one', { first }) : t('pagesFit-many', { count, first });
  };
  return (
    <p className={own.pagesFit} role="status" data-warning={(count === 0 && !noneSeen) || undefined}>
      {words()}
      {meant !== null && ` ${t('pageMeant', { meant })} `}
      {meant !== null && onTake !== undefined && (
        <button type="button" className="link" onClick={() => onTake(meant)}>
          {t('takeMeant')}
        </button>
      )}
    </p>
  );
}

function usePagesSeen(typed: string): string[] {
  const [wanted] = useDebouncedValue(typed, 200);
  const { data } = useQuery({
    ...trpc.journeys.pagesSeen.queryOptions({ search: wanted.slice(0, longest) }, { meta: { silent: true } }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return [...new Set(data?.flatMap(({ path }) => path ?? []))];
}
