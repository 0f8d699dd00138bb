import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { usePersonLabel } from '../people/use-person-label.ts';
import { useSession } from '../server/use-session.ts';
import { answersIn, type InboxSearch } from './inbox-search.ts';
import type { texts } from './texts.ja.ts';
import { useSalespeople } from './use-salespeople.ts';

const all = 'all';

/** For those who see everybody's: whose are shown; of what was due then, who had it when it was. */
export function OwnerFilter({ search: { owner, ...others } }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const navigate = useNavigate();
  const seesAll = useSession().person.role !== 'sales-rep';
  const people = useSalespeople({ enabled: seesAll });
  const labelOf = usePersonLabel();
  if (!seesAll) return null;
  const then = others.due !== undefined;
  const data = [
    { value: all, label: t(then ? 'everyoneThen' : 'everyone') },
    { value: 'nobody', label: t('nobody') },
    ...people.map((person) => ({ value: person.id, label: labelOf(person) })),
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

/** How the first answers went of what is shown. */
export function AnswerFilter({ search }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('handoffs');
  const navigate = useNavigate();
  const { answer, ...others } = search;
  const offered = answersIn(search);
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
