import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { LeadId } from '@sodate/journey/id';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

const sample = 'sample';
const mostOffered = 20;

/** A sample lead, or a real one found by name. Viewers, who see no personal data, have the sample. */
export function LeadChoice({ lead, onLead }: { lead: LeadId | undefined; onLead: (lead: LeadId | undefined) => void }) {
  const t = useTexts<typeof texts>('trial');
  const seesLeads = useSession().person.role !== 'viewer';
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const [wanted] = useDebouncedValue(search === chosen?.label || search === t('sample') ? '' : search, 250);
  const { data } = useQuery({
    ...trpc.leads.list.queryOptions({ limit: mostOffered, ...(wanted === '' ? {} : { search: wanted }) }),
    enabled: seesLeads,
    placeholderData: keepPreviousData,
  });
  if (!seesLeads) return null;
  const found = (data?.rows ?? []).map(({ id, name, email }) => ({ value: String(id), label: name || email || id }));
  const noLeads = wanted === '' && data?.rows.length === 0;
  const offered =
    chosen === undefined || found.some(({ value }) => value === chosen.value) ? found : [chosen, ...found];
  return (
    <Select
      label={t('lead')}
      description={t(noLeads ? 'noLeads' : 'leadHelp')}
      placeholder={t('search')}
      searchable
      allowDeselect={false}
      searchValue={search}
      onSearchChange={setSearch}
      // The server has searched already, by more than the name.
      filter={({ options }) => options}
      nothingFoundMessage={t('notFound')}
      data={[{ value: sample, label: t('sample') }, ...offered]}
      value={lead ?? sample}
      onChange={(value) => {
        const next = offered.find((one) => one.value === value);
        setChosen(next);
        onLead(next === undefined ? undefined : (next.value as LeadId));
      }}
    />
  );
}
