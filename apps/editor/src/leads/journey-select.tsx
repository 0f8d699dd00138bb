import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** The live journeys, to choose where leads are added; says so where there is none. */
export function JourneySelect({
  value,
  onChange,
  error,
}: {
  value: string | null;
  onChange: (journey: string | null) => void;
  error: string | undefined;
}) {
  const t = useTexts<typeof texts>('leads');
  const live = useQuery(trpc.journeys.list.queryOptions({ state: 'live', limit: 200 }));
  const journeys = live.data?.rows ?? [];
  if (live.isSuccess && journeys.length === 0) return <p>{t('noLiveJourneys')}</p>;
  return (
    <Select
      label={t('journey')}
      description={t('enrolHelp')}
      placeholder={t('chooseJourney')}
      searchable
      data={journeys.map((one) => ({ value: String(one.id), label: one.name }))}
      value={value}
      onChange={onChange}
      error={error}
      data-autofocus
    />
  );
}
