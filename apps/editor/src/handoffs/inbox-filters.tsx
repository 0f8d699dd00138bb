import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { usePersonLabel } from '../people/use-person-label.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { answersIn, type InboxSearch, isCounted } from './inbox-search.ts';
import type { texts } from './texts.ja.ts';
import { useDayWords } from './use-day-words.ts';
import { useSalespeople } from './use-salespeople.ts';

const all = 'all';

/** For those who see everybody's: whose are shown; of what was due then, who had it when it was. */
export function OwnerFilter({ search: { owner, ...others } }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const navigate = useNavigate();
  const seesAll = useSession().person.role !== 'sales-rep';
  const people = useSalespeople({ enabled: seesAll });
  const labelOf = usePersonLabel();
  const other = useFormerOwner({ owner: seesAll ? owner : undefined, known: people });
  if (!seesAll || others.answered !== undefined) return null;
  const then = others.due !== undefined;
  const word = (name: string) => t(then ? 'ownerThenIs' : 'ownedBy', { name });
  const data = [
    { value: all, label: t(then ? 'everyoneThen' : 'everyone') },
    { value: 'nobody', label: word(t('nobody')) },
    ...people.map((person) => ({ value: person.id, label: word(labelOf(person)) })),
    ...(other === undefined ? [] : [{ ...other, label: word(other.label) }]),
  ];
  const choose = (value: string | null) =>
    void navigate({
      to: '/handoffs',
      search: { ...others, ...(value === null || value === all ? {} : { owner: value }) },
    });
  return (
    <Select
      size="xs"
      aria-label={t(then ? 'ownerThen' : 'owner')}
      data={data}
      value={owner ?? all}
      onChange={choose}
      allowDeselect={false}
      searchable={people.length > 8}
    />
  );
}

/** Whom the address names, and who takes no hand-offs any more: deactivated, or at other work. */
function useFormerOwner({ owner, known }: { owner: string | undefined; known: readonly { readonly id: string }[] }) {
  const t = useTexts<typeof texts>('handoffs');
  const isKnown = owner === undefined || owner === 'nobody' || known.some(({ id }) => id === owner);
  const { data } = useQuery(
    trpc.people.list.queryOptions({ person: owner ?? '', limit: 1 }, { enabled: !isKnown, staleTime: 60_000 }),
  );
  const [person] = isKnown ? [] : (data?.rows ?? []);
  if (person === undefined) return undefined;
  return { value: person.id, label: person.active ? person.name : t('ownerFormer', { name: person.name }) };
}

/** How the first answers went of what is shown. */
export function AnswerFilter({ search }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const navigate = useNavigate();
  const { answer, ...others } = search;
  const offered = answersIn(search);
  if (offered.length === 0) return null;
  const shown = answer === undefined || offered.includes(answer) ? offered : [...offered, answer];
  const data = [
    { value: all, label: t('answer.all') },
    ...shown.map((value) => ({ value, label: t(`answer.${value}`) })),
  ];
  const choose = (value: string | null) => {
    const chosen = shown.find((one) => one === value);
    void navigate({ to: '/handoffs', search: { ...others, ...(chosen === undefined ? {} : { answer: chosen }) } });
  };
  return (
    <Select
      size="xs"
      aria-label={t('answer')}
      data={data}
      value={answer ?? all}
      onChange={choose}
      allowDeselect={false}
    />
  );
}

/** Of those to answer, where the address says so: those alone that are due on some days, and the way to all. */
export function DueDaysFilter({ search }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const navigate = useNavigate();
  const days = useDayWords();
  const { from, until, ...others } = search;
  const narrow = from !== undefined || until !== undefined;
  if (!narrow || isCounted(search) || (others.view ?? 'open') !== 'open') return null;
  const data = [
    { value: all, label: t('dueDays.all') },
    { value: 'days', label: t('dueDays.days', { days: days({ from, until }) }) },
  ];
  const choose = (value: string | null) => value === all && void navigate({ to: '/handoffs', search: others });
  return (
    <Select size="xs" aria-label={t('dueDays')} data={data} value="days" onChange={choose} allowDeselect={false} />
  );
}
