import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

export interface ChosenLead {
  readonly id: string;
  readonly title: string;
}

/** Whose data fills in the preview. */
export function LeadChoice({
  chosen,
  onChoose,
}: {
  chosen: ChosenLead | null;
  onChoose: (lead: ChosenLead | null) => void;
}) {
  const t = useTexts<typeof texts>('mails');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const { data } = useQuery(
    trpc.leads.list.queryOptions(
      { limit: 20, filter: search === '' || search === chosen?.title ? {} : { search } },
      { placeholderData: keepPreviousData },
    ),
  );
  const found = (data?.rows ?? []).map(({ id, name, email, company }) => ({
    value: id as string,
    label: [name === '' ? (email ?? id) : name, company?.name].filter((part) => part).join(' / '),
  }));
  const shown = found.some(({ value }) => value === chosen?.id) || chosen === null;
  const options = shown ? found : [{ value: chosen.id, label: chosen.title }, ...found];
  return (
    <Select
      label={t('shownFor')}
      placeholder={t('sampleLead')}
      nothingFoundMessage={t('noLead')}
      searchable
      clearable
      value={chosen?.id ?? null}
      data={options}
      filter={({ options: all }) => all}
      onSearchChange={setTyped}
      onChange={(id) => {
        const option = options.find(({ value }) => value === id);
        onChoose(option === undefined ? null : { id: option.value, title: option.label });
      }}
    />
  );
}
