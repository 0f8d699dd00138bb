import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type InboxSearch, isCounted } from '../handoffs/inbox-search.ts';
import { useDayWords } from '../handoffs/use-day-words.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

const all = 'all';

/** Of those in progress: all, or those whose next contact is planned; on some days alone where the address says so. */
export function ContactFilter({ search, planned }: { search: InboxSearch; planned: number | undefined }) {
  const t = useTexts<typeof texts>('next-contact');
  const navigate = useNavigate();
  const days = useDayWords();
  const { contact, from, until, ...others } = search;
  if (isCounted(search) || others.view !== 'working') return null;
  const narrow = from !== undefined || until !== undefined;
  const planning = narrow ? 'days' : contact;
  const data = [
    { value: all, label: t('contact.all') },
    {
      value: 'planned',
      label: planned === undefined ? t('contact.plannedAlone') : t('contact.planned', { count: planned }),
    },
    ...(narrow ? [{ value: 'days', label: t('contact.days', { days: days({ from, until }) }) }] : []),
  ];
  const choose = (value: string | null) => {
    if (value === 'days') return;
    void navigate({ to: '/handoffs', search: { ...others, ...(value === 'planned' ? { contact: value } : {}) } });
  };
  return (
    <Select
      size="xs"
      aria-label={t('contact')}
      data={data}
      value={planning ?? all}
      onChange={choose}
      allowDeselect={false}
    />
  );
}
