import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { usePersonLabel } from '../people/use-person-label.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { answersIn, type InboxSearch, isCounted } from './inbox-search.ts';
import { Narrowing } from './narrowing.tsx';
import type { texts } from './texts.ja.ts';
import { useDayWords } from './use-day-words.ts';
import { useSalespeople } from './use-salespeople.ts';

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
  const choices = [
    { value: 'nobody', label: word(t('nobody')) },
    ...people.map((person) => ({ value: person.id, label: word(labelOf(person)) })),
    ...(other === undefined ? [] : [{ ...other, label: word(other.label) }]),
  ];
  return (
    <Narrowing
      label={t(then ? 'ownerThen' : 'owner')}
      all={t(then ? 'everyoneThen' : 'everyone')}
      choices={choices}
      chosen={owner}
      onChoose={(chosen) =>
        void navigate({ to: '/handoffs', search: { ...others, ...(chosen === undefined ? {} : { owner: chosen }) } })
      }
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
  return (
    <Narrowing
      label={t('answer')}
      all={t('answer.all')}
      choices={shown.map((value) => ({ value, label: t(`answer.${value}`) }))}
      chosen={answer}
      onChoose={(chosen) =>
        void navigate({ to: '/handoffs', search: { ...others, ...(chosen === undefined ? {} : { answer: chosen }) } })
      }
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
  return (
    <Narrowing
      label={t('dueDays')}
      all={t('dueDays.all')}
      choices={[{ value: 'days', label: t('dueDays.days', { days: days({ from, until }) }) }]}
      chosen="days"
      onChoose={(chosen) => chosen === undefined && void navigate({ to: '/handoffs', search: others })}
    />
  );
}
