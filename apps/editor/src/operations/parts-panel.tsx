import type { Operations } from '@sodate/services/operation/read-operations';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { Line } from './line.tsx';
import type { texts } from './texts.ja.ts';

/** What everything stands on: the database, Temporal, the workers, and the event log's next months. */
export function PartsPanel({ operations }: { operations: Operations }) {
  const t = useTexts<typeof texts>('operations');
  const formats = useFormats();
  const { health, workers, monthsAhead, robots, at } = operations;
  const first = workers.at(-1);
  return (
    <Panel title={t('parts')} {...(health.ok ? {} : { tone: 'danger' as const })}>
      <ul>
        {(['database', 'temporal'] as const).map((part) => {
          const { ok, why } = health.parts[part];
          return (
            <Line
              key={part}
              name={t(`part.${part}`)}
              tone={ok ? 'ok' : 'danger'}
              word={t(ok ? 'reached' : 'notReached')}
              {...(ok ? {} : { mend: t(`mend.${part}`), detail: why ?? '' })}
            />
          );
        })}
        <Line
          name={t('part.worker')}
          tone={workers.length > 0 ? 'ok' : 'danger'}
          word={t('alive', { count: workers.length })}
          {...(first === undefined
            ? { mend: t('mend.worker') }
            : { detail: t('longest', { span: formats.span(at - first.startedAt) }) })}
        />
        <Line
          name={t('part.months')}
          tone={monthsAhead >= 2 ? 'ok' : 'danger'}
          word={t('months', { count: monthsAhead })}
          {...(monthsAhead >= 2 ? {} : { mend: t('mend.months') })}
        />
        <Line
          name={t('part.robots')}
          tone="idle"
          word={t('robots', { count: robots.count })}
          {...(robots.last === null ? {} : { detail: t('robotsLast', { at: formats.dateTime(robots.last.at) }) })}
        />
      </ul>
    </Panel>
  );
}
