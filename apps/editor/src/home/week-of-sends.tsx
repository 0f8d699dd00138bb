import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';
import classes from './week-of-sends.module.css';

/** What will be sent in the next seven days, day by day, if nothing else happens. */
export function WeekOfSends() {
  const t = useTexts<typeof texts>('home');
  const formats = useFormats();
  const { data } = useQuery(trpc.home.weekOfSends.queryOptions());
  const sells = useSession().person.role === 'sales-rep';
  if (data === undefined) return null;
  // A rep sends none of them: an empty week says nothing to them.
  if (sells && data.days.every(({ mails }) => mails === 0)) return null;
  const most = Math.max(1, ...data.days.map(({ mails }) => mails));
  return (
    <Panel title={t('week.title')} aside={t('week.aside')}>
      <ol className={classes.week}>
        {data.days.map(({ at, mails, open }, ahead) => (
          <li key={at} className={classes.day} data-today={ahead === 0} data-quiet={mails === 0}>
            <span className={classes.date}>{ahead === 0 ? t('week.today') : formats.date(at)}</span>
            <b>{mails === 0 ? '—' : formats.number(mails)}</b>
            {mails > 0 && <span className="unit">{t('week.mails', { count: mails })}</span>}
            <i
              className={classes.bar}
              style={mails === 0 ? {} : { width: `${(mails / most) * 100}%` }}
              aria-hidden="true"
            />
            {!open && <small>{t('week.closed')}</small>}
          </li>
        ))}
      </ol>
      <p className={classes.note}>{t(data.sampled ? 'week.noteSampled' : 'week.note')}</p>
    </Panel>
  );
}
