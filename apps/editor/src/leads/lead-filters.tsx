import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type Stage, stages, stageTitles } from '@sodate/journey/stage';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { usePersonLabel } from '../people/use-person-label.ts';
import { trpc } from '../server/trpc.ts';
import { CompanyFilter } from './company-filter.tsx';
import classes from './lead-filters.module.css';
import { type ListSearch, leadConsents } from './list-search.ts';
import { ScoreFilter } from './score-filter.tsx';
import type { texts } from './texts.ja.ts';

const typingMs = 300;

/** On a phone these stand behind one button. */
const folded = ['stage', 'owner', 'consent', 'company', 'hot', 'scoreFrom', 'scoreBelow'] as const;

/** The search field and the filters above the list. */
export function LeadFilters({ search, onSearch }: { search: ListSearch; onSearch: (search: ListSearch) => void }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const labelOf = usePersonLabel();
  const [typed, setTyped] = useState(search.search ?? '');
  const narrow = !useIsWide();
  const [opened, setOpened] = useState(false);
  const on = folded.filter((name) => search[name] !== undefined).length;
  const sent = useRef(search.search ?? '');
  useEffect(() => {
    // Cleared, or gone back to, from outside the field.
    const words = search.search ?? '';
    if (words !== sent.current) setTyped(words);
    sent.current = words;
  }, [search.search]);
  const people = useQuery(trpc.people.list.queryOptions({ limit: 200 }, { staleTime: 60_000 }));
  const set = (part: Partial<Record<keyof ListSearch, unknown>>) => {
    const merged = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined && value !== '');
    onSearch(Object.fromEntries(merged) as ListSearch);
  };
  const find = useDebouncedCallback((words: string) => {
    sent.current = words.trim();
    set({ search: sent.current });
  }, typingMs);
  const owners = (people.data?.rows ?? []).map((person) => ({ value: String(person.id), label: labelOf(person) }));
  return (
    <search className={classes.filters} aria-label={t('filters')}>
      <TextInput
        className={classes.find}
        type="search"
        aria-label={t('search')}
        placeholder={t(narrow ? 'searchPlaceholderShort' : 'searchPlaceholder')}
        leftSection={<Icon name="search" />}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          find(currentTarget.value);
        }}
      />
      {narrow && (
        <Button
          variant={on > 0 ? 'light' : 'default'}
          leftSection={<Icon name="settings" />}
          rightSection={<Icon name={opened ? 'up' : 'down'} size={14} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {on > 0 ? t('filtersOn', { count: on }) : t('filters')}
        </Button>
      )}
      {search.reached !== undefined && (
        <Button
          variant="light"
          rightSection={<Icon name="close" size={14} />}
          onClick={() => set({ reached: undefined, month: undefined })}
        >
          {t(`${search.reached === 'lead' ? 'made' : 'reached'}.${search.month ?? 'this'}`, {
            stage: text(stageTitles[search.reached]),
          })}
        </Button>
      )}
      {(!narrow || opened) && (
        <div className={classes.more}>
          <Select
            aria-label={t('stage')}
            placeholder={t('allStages')}
            clearable
            data={stages.map((stage: Stage) => ({ value: stage, label: text(stageTitles[stage]) }))}
            value={search.stage ?? null}
            onChange={(stage) => set({ stage: stage ?? undefined })}
          />
          <Select
            aria-label={t('owner')}
            placeholder={t('allOwners')}
            clearable
            searchable
            data={[{ value: 'none', label: t('noOwner') }, ...owners]}
            value={search.owner ?? null}
            onChange={(owner) => set({ owner: owner ?? undefined })}
          />
          <Select
            aria-label={t('consentFilter')}
            placeholder={t('anyConsent')}
            clearable
            data={leadConsents.map((value) => ({ value, label: t(`consentIs.${value}`) }))}
            value={search.consent ?? null}
            onChange={(consent) => set({ consent: consent ?? undefined })}
          />
          <CompanyFilter company={search.company} onChange={(company) => set({ company })} />
          <Button
            variant={search.hot === true ? 'light' : 'default'}
            aria-pressed={search.hot === true}
            onClick={() => set({ hot: search.hot === true ? undefined : true })}
          >
            {t('onlyHot')}
          </Button>
          <ScoreFilter search={search} onChange={set} />
        </div>
      )}
      {search.reached !== undefined && <p className={classes.note}>{t('reachedNote')}</p>}
    </search>
  );
}
