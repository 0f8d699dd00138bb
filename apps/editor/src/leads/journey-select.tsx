import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

const restMs = 250;

/** The live journeys that take leads by hand, to choose one; says how many others there are, and what those lack. */
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
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, restMs);
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const first = useQuery(trpc.journeys.listByHand.queryOptions({}));
  // What the first answer holds whole is looked through here, without a wait.
  const more = useQuery(
    trpc.journeys.listByHand.queryOptions(
      { search },
      { enabled: first.data?.more === true && search !== '', placeholderData: keepPreviousData },
    ),
  );
  const choices = ((search === '' ? undefined : more.data) ?? first.data)?.journeys ?? [];
  const options = choices.map(({ id, name }) => ({ value: String(id), label: name }));
  const data =
    chosen === undefined || options.some((one) => one.value === chosen.value) ? options : [chosen, ...options];
  const closed = first.data?.closed ?? 0;
  const closedOnes = first.data?.closedOnes ?? [];
  const none = first.isSuccess && first.data.journeys.length === 0;
  return (
    <>
      {none && closed === 0 && <p>{t('noLiveJourneys')}</p>}
      {!none && (
        <Select
          label={t('journey')}
          placeholder={t('chooseJourney')}
          searchable
          data={data}
          onSearchChange={(words) => setTyped(words === chosen?.label ? '' : words)}
          nothingFoundMessage={t('noJourneyFound')}
          value={value}
          onChange={(next, option) => {
            setChosen(next === null || option === null ? undefined : { value: next, label: option.label });
            onChange(next);
          }}
          error={error}
          data-autofocus
        />
      )}
      {closed > 0 && (
        <p className="muted">
          {t(none ? 'onlyClosedJourneys' : 'closedJourneys', { count: closed })}{' '}
          {closed > closedOnes.length && (
            <Link className="link" to="/journeys">
              {t('toJourneys')}
            </Link>
          )}
          {closed === closedOnes.length &&
            closedOnes.map(({ id, name }) => (
              <Link key={id} className="link nowrap" to="/journeys/$journey" params={{ journey: id }}>
                {t('openJourney', { name })}{' '}
              </Link>
            ))}
        </p>
      )}
    </>
  );
}
