import { Button } from '@mantine/core';
import { stageTitles } from '@sodate/journey/stage';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import type { Paging } from '../parts/use-paging.ts';
import classes from './lead-cards.module.css';
import { LeadName } from './lead-name.tsx';
import type { ListedLead } from './lead-types.ts';
import { ScoreBadge } from './score-badge.tsx';
import { TestMark } from './test-mark.tsx';
import type { texts } from './texts.ja.ts';
import { toldApart } from './told-apart.ts';
import { workOf } from './work-of.ts';

/** The list on a phone: one card a lead. */
export function LeadCards({
  rows,
  empty,
  loading,
  paging,
  next,
  hotAt,
  search,
}: {
  rows: readonly ListedLead[];
  empty: ReactNode;
  loading: boolean;
  paging: Paging;
  next: string | undefined;
  hotAt: number | undefined;
  /** What was searched for, if anything. */
  search: string | undefined;
}) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const apart = (lead: ListedLead) => toldApart({ lead, search }).join(' · ');
  if (rows.length === 0 && !loading && paging.page === 1) return <>{empty}</>;
  return (
    <>
      <ul className={classes.cards} aria-label={t('leads')} aria-busy={loading}>
        {rows.map((lead) => (
          <li key={lead.id} className={classes.card}>
            <div className={classes.head}>
              <span>
                <LeadName lead={lead} />
                {lead.test && <TestMark />}
                {apart(lead) !== '' && <small className={classes.apart}>{apart(lead)}</small>}
              </span>
              <ScoreBadge score={lead.score} hotAt={hotAt} />
            </div>
            <p>{workOf(lead).join(' · ')}</p>
            <p className="muted">{[text(stageTitles[lead.stage]), lead.owner?.name].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
      {(paging.page > 1 || next !== undefined) && (
        <nav className={classes.pages} aria-label={t('pages')}>
          <Button variant="default" disabled={paging.page === 1} onClick={paging.toPrevious}>
            {t('previous')}
          </Button>
          <Button
            variant="default"
            disabled={next === undefined}
            onClick={() => next !== undefined && paging.toNext(next)}
          >
            {t('next')}
          </Button>
        </nav>
      )}
    </>
  );
}
