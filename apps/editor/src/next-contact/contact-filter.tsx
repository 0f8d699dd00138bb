import { useNavigate } from '@tanstack/react-router';
import { type InboxSearch, isCounted } from '../handoffs/inbox-search.ts';
import { Narrowing } from '../handoffs/narrowing.tsx';
import { useDayWords } from '../handoffs/use-day-words.ts';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

/** Of those in progress: all, or those whose next contact is planned; on some days alone where the address says so. */
export function ContactFilter({ search, planned }: { search: InboxSearch; planned: number | undefined }) {
  const t = useTexts<typeof texts>('next-contact');
  const navigate = useNavigate();
  const days = useDayWords();
  const { contact, from, until, ...others } = search;
  if (isCounted(search) || others.view !== 'working') return null;
  const narrow = from !== undefined || until !== undefined;
  const choices = [
    {
      value: 'planned',
      label: planned === undefined ? t('contact.plannedAlone') : t('contact.planned', { count: planned }),
    },
    ...(narrow ? [{ value: 'days', label: t('contact.days', { days: days({ from, until }) }) }] : []),
  ];
  const choose = (chosen: string | undefined) => {
    if (chosen === 'days') return;
    void navigate({ to: '/handoffs', search: { ...others, ...(chosen === 'planned' ? { contact: chosen } : {}) } });
  };
  return (
    <Narrowing
      label={t('contact')}
      all={t('contact.all')}
      choices={choices}
      chosen={narrow ? 'days' : contact}
      onChoose={choose}
    />
  );
}
