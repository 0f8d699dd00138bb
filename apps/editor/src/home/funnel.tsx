import type { StageCounts } from '@sodate/services/home/read-month-funnel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './funnel.module.css';
import type { texts } from './texts.ja.ts';

const stages = ['lead', 'mql', 'sql', 'opportunity', 'customer'] as const satisfies readonly (keyof StageCounts)[];

/** How many leads came into each stage this month, and the share that went on to the next. */
export function Funnel() {
  const t = useTexts<typeof texts>('home');
  const formats = useFormats();
  const { data } = useQuery(trpc.home.funnel.queryOptions());
  if (data === undefined) return null;
  const { thisMonth, lastMonth } = data;
  const most = Math.max(1, ...stages.map((stage) => thisMonth[stage]));
  return (
    <Panel
      title={t('funnel.title')}
      aside={t('funnel.aside', { from: unbroken(formats.date(data.from)), to: unbroken(formats.date(data.to)) })}
    >
      <ol className={classes.funnel}>
        {stages.map((stage, place) => {
          const before = stages[place - 1];
          return (
            <Fragment key={stage}>
              {before !== undefined && <Step from={before} to={stage} counts={thisMonth} most={most} />}
              <li className={classes.stage}>
                <span>{t(`funnel.${stage}`)}</span>
                <b>
                  <Reached stage={stage} count={thisMonth[stage]}>
                    {formats.number(thisMonth[stage])}
                  </Reached>
                </b>
                <small>
                  <Reached stage={stage} month="last" count={lastMonth[stage]}>
                    {t('funnel.last', { count: lastMonth[stage] })}
                  </Reached>
                </small>
              </li>
            </Fragment>
          );
        })}
      </ol>
      <p className={classes.help}>{t('funnel.help')}</p>
    </Panel>
  );
}

/** A date does not go over two lines. */
function unbroken(date: string): string {
  return date.replaceAll(' ', '\u00a0');
}

/** A number that leads to the leads it counts. */
function Reached({
  stage,
  month,
  count,
  children,
}: {
  stage: Stage;
  month?: 'last';
  count: number;
  children: ReactNode;
}) {
  if (count === 0) return children;
  const search = { reached: stage, sort: 'created' as const, ...(month === undefined ? {} : { month }) };
  return (
    <Link className="link" to="/leads" search={search}>
      {children}
    </Link>
  );
}

type Stage = (typeof stages)[number];

/** A stem that narrows from one stage to the next. */
function Step({ from, to, counts, most }: { from: Stage; to: Stage; counts: StageCounts; most: number }) {
  const t = useTexts<typeof texts>('home');
  const formats = useFormats();
  const rate = counts[from] === 0 ? '–' : formats.percent(counts[to] / counts[from]);
  const label = t('funnel.rate', { from: t(`funnel.${from}`), to: t(`funnel.${to}`), rate });
  const half = (count: number) => `${1 + (7 * count) / most}px`;
  const widths = { '--before': half(counts[from]), '--after': half(counts[to]) } as React.CSSProperties;
  return (
    <li className={classes.step} style={widths} data-none={counts[from] === 0}>
      <b aria-hidden="true">{rate}</b>
      <span className="unseen">{label}</span>
      <i aria-hidden="true" />
    </li>
  );
}
