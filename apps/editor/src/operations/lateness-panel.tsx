import type { Lateness } from '@sodate/services/operation/read-lateness';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { Line } from './line.tsx';
import classes from './operations.module.css';
import type { texts } from './texts.ja.ts';
import { useShortSpan } from './use-short-span.ts';

const lateFromMs = 60_000;

/** How late leads were carried in the last hour, and who is due right now. */
export function LatenessPanel({ lateness }: { lateness: Lateness }) {
  const t = useTexts<typeof texts>('operations');
  const span = useShortSpan();
  const { hops, medianMs, p95Ms, worstMs, due, dueSinceMs } = lateness;
  const late = (dueSinceMs ?? 0) > lateFromMs;
  const dueTone = late ? 'danger' : 'warn';
  return (
    <Panel title={t('lateness')} aside={t('lastHour', { count: hops })}>
      <dl className={classes.figures}>
        {(
          [
            ['median', medianMs],
            ['p95', p95Ms],
            ['worst', worstMs],
          ] as const
        ).map(([name, valueMs]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{valueMs === null ? '—' : span(valueMs)}</dd>
          </div>
        ))}
      </dl>
      <ul>
        <Line
          name={t('due')}
          tone={due === 0 ? 'ok' : dueTone}
          word={due === 0 ? t('noneDue') : t('leads', { count: due })}
          {...(dueSinceMs === null ? {} : { detail: t('oldest', { span: span(dueSinceMs) }) })}
          {...(late ? { mend: t('mend.due') } : {})}
        />
      </ul>
    </Panel>
  );
}
