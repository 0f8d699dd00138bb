import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

const typingMs = 300;

/** Leads of one company, searched for by name. */
export function CompanyFilter({
  company,
  onChange,
}: {
  company: string | undefined;
  onChange: (company: string | undefined) => void;
}) {
  const t = useTexts<typeof texts>('leads');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, typingMs);
  const { data = [] } = useQuery(
    trpc.companies.search.queryOptions(
      { search: search.slice(0, 100), ...(company === undefined ? {} : { chosen: company }) },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Select
      aria-label={t('company')}
      placeholder={t('allCompanies')}
      nothingFoundMessage={t('noCompany')}
      clearable
      searchable
      onSearchChange={setTyped}
      data={data.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={company ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
