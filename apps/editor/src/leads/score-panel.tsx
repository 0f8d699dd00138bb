import { parseInstant } from '@sodate/journey/time/instant';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { ScoreCurveView } from './score-curve-view.tsx';
import classes from './score-panel.module.css';
import type { texts } from './texts.ja.ts';

/** The score, its course over two windows, and the lines that sum to it. */
export function ScorePanel({ lead }: { lead: string }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const formats = useFormats();
  const { data } = useQuery(trpc.leads.score.queryOptions({ lead }, { refetchInterval: 30_000 }));
  if (data === undefined) return <Panel title={t('score')}>{null}</Panel>;
  const title = (
    <>
      {t('score')}{' '}
      <span className={data.total >= data.hotAt ? classes.hot : classes.total}>{formats.number(data.total)}</span>
    </>
  );
  return (
    <Panel
      title={title}
      aside={t('inWindow', { count: data.windowDays })}
      actions={
        <Link to="/scores" className="link">
          {t('toRules')}
        </Link>
      }
    >
      <ScoreCurveView curve={data} />
      {data.coolsAt !== null && (
        <p className={classes.cools}>
          {t('coolsAt', { day: formats.date(parseInstant(data.coolsAt)), score: data.hotAt })}
        </p>
      )}
      {data.reasons.length > 0 && (
        <ul className={classes.reasons} aria-label={t('reasons')}>
          {data.reasons.map((reason) => (
            <li key={reason.rule}>
              <span>{text(reason.title)}</span>
              <span className="muted">{reason.times > 1 ? t('times', { count: reason.times }) : ''}</span>
              <b>{signed({ points: reason.points, number: formats.number })}</b>
            </li>
          ))}
        </ul>
      )}
      {data.reasons.length === 0 && <p className="muted">{t('noPoints')}</p>}
    </Panel>
  );
}

function signed({ points, number }: { points: number; number: (value: number) => string }): string {
  return points > 0 ? `+${number(points)}` : number(points);
}
