import type { EnrollmentId, LeadId } from '@sodate/journey/id';
import type { ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import type { usePaging } from '../parts/use-paging.ts';
import classes from './people-list.module.css';
import type { texts } from './texts.ja.ts';

export interface PersonRow {
  readonly key: string;
  readonly enrollment: EnrollmentId;
  readonly lead: LeadId;
  readonly name: string;
  readonly email: string | null;
  readonly company: string | null;
  readonly test: boolean;
  /** What is told of them here. */
  readonly line: ReactNode;
}

/** Leads in the narrow panel, a page at a time; each leads to its passage. */
export function PeopleRows({
  rows,
  next,
  paging,
}: {
  rows: readonly PersonRow[];
  next: string | undefined;
  paging: ReturnType<typeof usePaging>;
}) {
  const t = useTexts<typeof texts>('journeys');
  const leadName = useLeadName();
  return (
    <>
      <ul className={classes.people}>
        {rows.map((row) => (
          <li key={row.key}>
            <a href={`/enrollments/${row.enrollment}`} className={classes.person}>
              <b>
                {leadName({ ...row, id: row.lead })}
                {row.test && <small className={classes.tag}>{t('testLead')}</small>}
              </b>
              <small>{row.company ?? ''}</small>
              <small>{row.line}</small>
            </a>
          </li>
        ))}
      </ul>
      {(paging.page > 1 || next !== undefined) && (
        <nav className={classes.pages} aria-label={t('pages')}>
          <button type="button" className="link" disabled={paging.page === 1} onClick={paging.toPrevious}>
            {t('previous')}
          </button>
          <button
            type="button"
            className="link"
            disabled={next === undefined}
            onClick={() => next !== undefined && paging.toNext(next)}
          >
            {t('next')}
          </button>
        </nav>
      )}
    </>
  );
}
