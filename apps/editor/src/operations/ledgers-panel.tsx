import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Pages } from '../parts/pages.tsx';
import { Panel } from '../parts/panel.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import classes from './operations.module.css';
import { Standing } from './standing.tsx';
import type { texts } from './texts.ja.ts';

const refreshMs = 30_000;

/** Of every journey: who entered, who is on the way, who has ended; and whether rows and steps agree. */
export function LedgersPanel() {
  const t = useTexts<typeof texts>('operations');
  const formats = useFormats();
  const paging = usePaging();
  const { data } = useQuery(
    trpc.operations.ledgers.queryOptions(
      { limit: 10, ...(paging.after === undefined ? {} : { after: paging.after }) },
      { placeholderData: keepPreviousData, refetchInterval: refreshMs },
    ),
  );
  if (data === undefined) return null;
  const { rows, total, unbalanced, next } = data;
  return (
    <Panel title={t('ledgers')} {...(unbalanced > 0 ? { tone: 'danger' as const } : {})}>
      {total === 0 && <p className="muted">{t('noLedgers')}</p>}
      {total > 0 && (
        <Standing tone={unbalanced > 0 ? 'danger' : 'ok'}>
          {unbalanced > 0 ? t('unbalanced', { count: unbalanced }) : t('balanced', { count: total })}
        </Standing>
      )}
      {unbalanced > 0 && <p className={classes.mend}>{t('mend.ledger')}</p>}
      {total > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('journey')}</th>
                <th scope="col" className={classes.number}>
                  {t('entered')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('inFlight')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('ended')}
                </th>
                <th scope="col">{t('standing')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((ledger) => (
                <tr key={ledger.journey}>
                  <th scope="row">
                    <Link className="link" to="/journeys/$journey/leads" params={{ journey: ledger.journey }}>
                      {ledger.name}
                    </Link>
                  </th>
                  {(['entered', 'inFlight', 'ended'] as const).map((name) => (
                    <td key={name} className={classes.number} data-label={t(name)}>
                      {formats.number(ledger.rows[name])}
                      {ledger.rows[name] !== ledger.steps[name] && (
                        <small className={classes.failure}>{t('bySteps', { count: ledger.steps[name] })}</small>
                      )}
                    </td>
                  ))}
                  <td data-label={t('standing')}>
                    <Standing tone={ledger.balanced ? 'ok' : 'danger'}>
                      {t(ledger.balanced ? 'agrees' : 'disagrees')}
                    </Standing>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(paging.page > 1 || next !== undefined) && <Pages paging={paging} next={next} />}
    </Panel>
  );
}
