import { asInstant } from '@sodate/journey/time/instant';
import { useNavigate } from '@tanstack/react-router';
import { type InboxSearch, isCounted, results } from '../handoffs/inbox-search.ts';
import { Narrowing } from '../handoffs/narrowing.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import { monthsBack } from './months-back.ts';
import type { texts } from './texts.ja.ts';

const offered = 13;

/** Of those that are done: how they ended, and in which month. */
export function DoneFilters({ search }: { search: InboxSearch }) {
  if (search.view !== 'closed' || isCounted(search)) return null;
  return (
    <>
      <ResultFilter search={search} />
      <MonthFilter search={search} />
    </>
  );
}

function ResultFilter({ search: { result, reason: _reason, ...others } }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('done-handoffs');
  const navigate = useNavigate();
  return (
    <Narrowing
      label={t('result')}
      all={t('result.all')}
      choices={results.map((value) => ({ value, label: t(`result.${value}`) }))}
      chosen={result}
      onChoose={(chosen) =>
        void navigate({ to: '/handoffs', search: { ...others, ...(chosen === undefined ? {} : { result: chosen }) } })
      }
    />
  );
}

function MonthFilter({ search: { month, ...others } }: { search: InboxSearch }) {
  const t = useTexts<typeof texts>('done-handoffs');
  const navigate = useNavigate();
  const { zone } = useSession().organisation;
  const word = useMonthWords();
  const recent = monthsBack({ now: asInstant(Date.now()), zone, count: offered });
  const months = month === undefined || recent.includes(month) ? recent : [...recent, month];
  return (
    <Narrowing
      label={t('month')}
      all={t('month.all')}
      choices={months.map((value) => ({ value, label: word(value) }))}
      chosen={month}
      onChoose={(chosen) =>
        void navigate({ to: '/handoffs', search: { ...others, ...(chosen === undefined ? {} : { month: chosen }) } })
      }
    />
  );
}

/** 「2026年11月」 "Nov 2026" */
function useMonthWords(): (month: string) => string {
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'ja' ? 'numeric' : 'short',
  });
  return (month) => format.format(new Date(`${month}-01`));
}
