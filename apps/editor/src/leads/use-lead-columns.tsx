import { stageTitles } from '@sodate/journey/stage';
import { parseInstant } from '@sodate/journey/time/instant';
import type { LeadConsent } from '@sodate/services/lead/lead-filter';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import type { Column } from '../parts/data-table.tsx';
import { LeadName } from './lead-name.tsx';
import type { ListedLead } from './lead-types.ts';
import type { ListSearch } from './list-search.ts';
import { ScoreBadge } from './score-badge.tsx';
import { TestMark } from './test-mark.tsx';
import type { texts } from './texts.ja.ts';
import { toldApart } from './told-apart.ts';

/** What stands below the name: the position, else the address where it is not the name itself. */
function aboutOf({ name, department, title, email }: ListedLead): string {
  const position = [department, title].filter(Boolean).join(' ');
  return position || (name === '' ? '' : (email ?? ''));
}

function consentOf(given: ListedLead['consent']): LeadConsent {
  if (given === null) return 'none';
  return given ? 'given' : 'withdrawn';
}

/** The columns of the list. Three of them order it, always the highest or latest first. */
export function useLeadColumns({
  search,
  onSearch,
  hotAt,
}: {
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
  hotAt: number | undefined;
}): readonly Column<ListedLead>[] {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const formats = useFormats();
  const sorts = (by: NonNullable<ListSearch['sort']>): NonNullable<Column<ListedLead>['sort']> => ({
    direction: (search.sort ?? 'last-seen') === by ? 'descending' : 'none',
    onToggle: () => onSearch({ ...search, sort: by }),
  });
  return [
    {
      key: 'name',
      title: t('name'),
      cell: (lead) => (
        <>
          <LeadName lead={lead} />
          {lead.test && <TestMark />}
          <div className="muted">
            {[...toldApart({ lead, search: search.search }), aboutOf(lead)].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    { key: 'company', title: t('company'), cell: ({ company }) => company?.name ?? '' },
    { key: 'stage', title: t('stage'), cell: ({ stage }) => text(stageTitles[stage]) },
    {
      key: 'score',
      title: t('score'),
      align: 'right',
      sort: sorts('score'),
      cell: ({ score }) => <ScoreBadge score={score} hotAt={hotAt} />,
    },
    {
      key: 'consent',
      title: t('mail'),
      secondary: true,
      cell: ({ consent }) => <span className="nowrap">{t(`consentIs.${consentOf(consent)}`)}</span>,
    },
    { key: 'owner', title: t('owner'), secondary: true, cell: ({ owner }) => owner?.name ?? '' },
    {
      key: 'journeys',
      title: t('journeys'),
      align: 'right',
      secondary: true,
      cell: ({ journeys }) => (journeys === 0 ? '' : formats.number(journeys)),
    },
    {
      key: 'last-seen',
      title: t('lastSeen'),
      sort: sorts('last-seen'),
      // Who did nothing yet stands where it was added: that must be seen, or the order looks wrong.
      cell: ({ lastSeenAt, createdAt }) => (
        <span className="nowrap">
          {lastSeenAt === null
            ? t('neverSince', { at: formats.date(parseInstant(createdAt)) })
            : formats.dateTime(parseInstant(lastSeenAt))}
        </span>
      ),
    },
    {
      key: 'created',
      title: t('created'),
      secondary: true,
      sort: sorts('created'),
      cell: ({ createdAt }) => <span className="nowrap">{formats.date(parseInstant(createdAt))}</span>,
    },
  ];
}
