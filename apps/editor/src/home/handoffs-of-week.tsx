import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './handoffs-of-week.module.css';
import type { texts } from './texts.ja.ts';

const parts = ['inTime', 'toCome', 'soon', 'late', 'overdue'] as const;
const answerOf = { inTime: 'in-time', toCome: 'to-come', soon: 'soon', late: 'late', overdue: 'overdue' } as const;

/** How this week's first answers went, a rep's own or everybody's: a bar of shares, and the numbers. */
export function HandoffsOfWeek() {
  const t = useTexts<typeof texts>('home');
  const formats = useFormats();
  const { role } = useSession().person;
  const { data } = useQuery(trpc.home.handoffsOfWeek.queryOptions());
  if (data === undefined) return null;
  const judged = data.inTime + data.late + data.overdue;
  const all = judged + data.toCome + data.soon;
  const share = judged === 0 ? undefined : t('sla.share', { share: formats.percent(data.inTime / judged) });
  return (
    <Panel
      title={t(role === 'sales-rep' ? 'sla.titleOwn' : 'sla.title')}
      aside={t('sla.week')}
      actions={
        share !== undefined && (
          <span>
            <RichText text={share} />
          </span>
        )
      }
    >
      {all === 0 ? (
        <p className="muted">{t('sla.none')}</p>
      ) : (
        <>
          <div className={classes.bar} aria-hidden="true">
            {parts.map((part) => data[part] > 0 && <i key={part} data-part={part} style={{ flex: data[part] }} />)}
          </div>
          <ul className={classes.key}>
            {parts.map((part) => (
              <li key={part} data-part={part}>
                {data[part] === 0 || role === 'viewer' ? (
                  t(`sla.${part}`)
                ) : (
                  <Link className="link" to="/handoffs" search={{ due: 'week', answer: answerOf[part] }}>
                    {t(`sla.${part}`)}
                  </Link>
                )}
                <b>{formats.number(data[part])}</b>
              </li>
            ))}
          </ul>
          {data.passedOn > 0 && <p className={classes.passedOn}>{t('sla.passedOn', { count: data.passedOn })}</p>}
        </>
      )}
      {data.tookOver > 0 && <p className={classes.passedOn}>{t('sla.tookOver', { count: data.tookOver })}</p>}
    </Panel>
  );
}
