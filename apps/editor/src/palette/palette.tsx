import '@mantine/spotlight/styles.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { destinations, footDestinations, isFor } from '../frame/destinations.ts';
import type { texts as frameTexts } from '../frame/texts.ja.ts';
import { useTexts } from '../language/use-texts.ts';
import { toldApart } from '../leads/told-apart.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { sections } from '../settings/sections.ts';
import type { texts as settingsTexts } from '../settings/texts.ja.ts';
import { matchWords } from './match-words.ts';
import type { texts } from './texts.ja.ts';
import { useCommands } from './use-commands.ts';
import { usePeople } from './use-people.ts';

const [store, spotlight] = createSpotlight();
const mostFound = 6;

export interface Found {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly icon: IconName;
  readonly act: () => void;
}

/** What a screen can find beside what is found everywhere. */
export type FindMore = (query: string) => readonly Group[];

/**
 * Goes to any screen, journey or lead by a few letters, and begins what can be begun from anywhere; what the open screen
 * adds stands first. `asked` grows by one
 * each time it shall open.
 */
export function Palette({ asked, findMore }: { asked: number; findMore?: FindMore }) {
  const t = useTexts<typeof texts>('palette');
  const [query, setQuery] = useState('');
  const own = useMemo(() => findMore?.(query) ?? [], [findMore, query]);
  const everywhere = useFound(query);
  const groups = [...own.map(firstOf), ...everywhere];
  useEffect(() => {
    if (asked > 0) spotlight.open();
  }, [asked]);
  const nothing = groups.every(({ found }) => found.length === 0);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      // Dialogs stand in the middle; this one would move with each result that comes or goes.
      centered={false}
      clearQueryOnClose
      attributes={{ content: { 'aria-label': t('title') } }}
    >
      <Spotlight.Search
        placeholder={t(findMore === undefined ? 'placeholder' : 'placeholderNodes')}
        aria-label={t('title')}
        leftSection={<Icon name="search" size={18} />}
      />
      <Spotlight.ActionsList>
        {nothing && <Spotlight.Empty>{t('none')}</Spotlight.Empty>}
        {groups
          .filter(({ found }) => found.length > 0)
          .map(({ title, found }) => (
            <Spotlight.ActionsGroup key={title} label={title}>
              {found.map(({ key, label, help, icon, act }) => (
                <Spotlight.Action
                  key={key}
                  label={label}
                  description={help}
                  leftSection={<Icon name={icon} size={18} />}
                  onClick={act}
                />
              ))}
            </Spotlight.ActionsGroup>
          ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

export interface Group {
  readonly title: string;
  readonly found: readonly Found[];
}

function firstOf({ title, found }: Group): Group {
  return { title, found: found.slice(0, mostFound) };
}

function useFound(query: string): readonly Group[] {
  const t = useTexts<typeof texts>('palette');
  const navigate = useNavigate();
  const [search] = useDebouncedValue(query.trim(), 150);
  const asked = { enabled: search !== '', placeholderData: keepPreviousData, meta: { silent: true } };
  const journeys = useQuery(trpc.journeys.list.queryOptions({ search, limit: mostFound }, asked));
  const leads = useQuery(trpc.leads.list.queryOptions({ filter: { search }, limit: mostFound }, asked));
  const people = usePeople({ search, most: mostFound });
  const screens = { title: t('screens'), found: useScreens(query) };
  const commands = { title: t('commands'), found: useFoundCommands(query) };
  if (search === '') return [screens, commands];
  return [
    screens,
    commands,
    {
      title: t('journeys'),
      found: (journeys.data?.rows ?? []).map(({ id, name }) => ({
        key: id,
        label: name,
        help: '',
        icon: 'journey' as const,
        act: () => void navigate({ to: `/journeys/${id}` }),
      })),
    },
    {
      title: t('leads'),
      found: (leads.data?.rows ?? []).map(({ id, name, email, company, ...lead }) => ({
        key: id,
        label: name === '' ? (email ?? '—') : name,
        help: [...toldApart({ lead, search }), company?.name, email].filter(Boolean).join(' · '),
        icon: 'user' as const,
        act: () => void navigate({ to: `/leads/${id}` }),
      })),
    },
    { title: t('people'), found: people },
  ];
}

function useFoundCommands(query: string): readonly Found[] {
  return useCommands()
    .filter(({ label, words }) => matchWords({ words: `${label} ${words}`, query }))
    .map((command) => ({ ...command, help: '' }));
}

function useScreens(query: string): readonly Found[] {
  const t = useTexts<typeof frameTexts>('frame');
  const navigate = useNavigate();
  const { role } = useSession().person;
  const settings = useSettings();
  const wanted = query.trim().toLowerCase();
  const screens = [...destinations, ...footDestinations]
    .filter((destination) => isFor({ destination, role }))
    .map(({ to, icon, title }) => ({ key: to, label: t(title), help: '', icon, act: () => void navigate({ to }) }))
    .filter(({ label }) => label.toLowerCase().includes(wanted));
  // Without a word asked for, the screens alone: the list is for going on quickly.
  if (wanted === '') return screens;
  return [...screens, ...settings.filter(({ label, words }) => `${label} ${words}`.toLowerCase().includes(wanted))];
}

/** The parts of the settings one sees, with the words of what is set there. */
function useSettings(): readonly (Found & { readonly words: string })[] {
  const t = useTexts<typeof frameTexts>('frame');
  const words = useTexts<typeof settingsTexts>('settings');
  const navigate = useNavigate();
  const { role } = useSession().person;
  return sections
    .filter((destination) => isFor({ destination, role }))
    .map(({ to, title, find }) => ({
      key: `settings:${to}`,
      label: words(title),
      help: t('settings'),
      icon: 'settings' as const,
      words: words(find),
      act: () => void navigate({ to }),
    }));
}
