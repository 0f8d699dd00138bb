import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { AttributeFields } from './attribute-fields.tsx';
import type { DraftRule, UrlPattern } from './rule-draft.ts';
import type { texts } from './texts.ja.ts';

type EventWhen = Extract<DraftRule['when'], { kind: 'event' }>;

const offered = 20;
const mostSearched = 200;

interface Editing {
  readonly rule: DraftRule;
  readonly locked: boolean;
  readonly onChange: (rule: DraftRule) => void;
}

/** What else a rule needs to know, by its subject. */
export function SubjectFields(editing: Editing) {
  const { when } = editing.rule;
  if (when.kind === 'attribute') return <AttributeFields {...editing} when={when} />;
  switch (when.pattern.kind) {
    case 'page':
      return <PageFields {...editing} when={when} url={when.pattern.url} />;
    case 'form':
      return <FormField {...editing} when={when} form={when.pattern.form} />;
    case 'custom':
      return <CustomField {...editing} when={when} name={when.pattern.name} />;
    case 'mail':
      return null;
    default:
      return when.pattern satisfies never;
  }
}

function PageFields({ rule, onChange, locked, when, url }: Editing & { when: EventWhen; url: UrlPattern | undefined }) {
  const t = useTexts<typeof texts>('scores');
  const pattern = url ?? { match: 'prefix' as const, value: '/' };
  // A site may have more pages than a list can hold: what was typed narrows them down.
  const [search] = useDebouncedValue(pattern.value.split('*')[0]?.slice(0, mostSearched) ?? '', 250);
  const pages = useQuery(
    trpc.sightings.pages.queryOptions(
      { limit: offered, search },
      { enabled: !locked, staleTime: 60_000, placeholderData: keepPreviousData },
    ),
  );
  const set = (part: Partial<UrlPattern>) =>
    onChange({ ...rule, when: { ...when, pattern: { kind: 'page', url: { ...pattern, ...part } } } });
  return (
    <>
      <Select
        aria-label={t('match')}
        allowDeselect={false}
        disabled={locked}
        data={(['exact', 'prefix', 'pattern'] as const).map((match) => ({ value: match, label: t(`match.${match}`) }))}
        value={pattern.match}
        onChange={(match) => match !== null && set({ match: match as UrlPattern['match'] })}
      />
      <Autocomplete
        aria-label={t('address')}
        placeholder={pattern.match === 'pattern' ? '/*price*' : '/price'}
        comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
        disabled={locked}
        limit={offered}
        data={[...new Set((pages.data?.rows ?? []).map(({ path, key }) => path ?? key))]}
        value={pattern.value}
        onChange={(value) => set({ value })}
      />
    </>
  );
}

function FormField({ rule, onChange, locked, when, form }: Editing & { when: EventWhen; form: string | undefined }) {
  const t = useTexts<typeof texts>('scores');
  const text = useText();
  const { data: forms = [] } = useQuery(
    trpc.sightings.forms.queryOptions(undefined, { enabled: !locked, staleTime: 60_000 }),
  );
  const known = forms.map(({ id, title }) => ({ value: id, label: text(title) }));
  const options =
    form === undefined || known.some(({ value }) => value === form) ? known : [...known, { value: form, label: form }];
  return (
    <Select
      aria-label={t('form')}
      placeholder={t('anyForm')}
      clearable
      searchable={known.length > 8}
      disabled={locked}
      data={options}
      value={form ?? null}
      onChange={(chosen) =>
        onChange({
          ...rule,
          when: { ...when, pattern: { kind: 'form', ...(chosen === null ? {} : { form: chosen }) } },
        })
      }
    />
  );
}

function CustomField({ rule, onChange, locked, when, name }: Editing & { when: EventWhen; name: string }) {
  const t = useTexts<typeof texts>('scores');
  return (
    <TextInput
      aria-label={t('customName')}
      placeholder={t('customName')}
      disabled={locked}
      value={name}
      onChange={({ currentTarget }) =>
        onChange({ ...rule, when: { ...when, pattern: { kind: 'custom', name: currentTarget.value } } })
      }
    />
  );
}
