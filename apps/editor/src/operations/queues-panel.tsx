import type { Operations } from '@sodate/services/operation/read-operations';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { Line } from './line.tsx';
import classes from './operations.module.css';
import type { texts } from './texts.ja.ts';
import { useShortSpan } from './use-short-span.ts';

const columns = ['due', 'later', 'retrying', 'claimed'] as const;
const slowFromMs = 60_000;

/** What waits to leave the house: words to Temporal, and sends by channel. */
export function QueuesPanel({ operations: { outbox, queues, rules } }: { operations: Operations }) {
  const t = useTexts<typeof texts>('operations');
  const formats = useFormats();
  const span = useShortSpan();
  const slow = (outbox.oldestMs ?? 0) > slowFromMs;
  return (
    <Panel title={t('queues')}>
      <ul>
        <Line
          name={t('outbox')}
          tone={outbox.failing > 0 || slow ? 'danger' : 'ok'}
          word={outbox.waiting === 0 ? t('nothingWaits') : t('rowsWait', { count: outbox.waiting })}
          {...(outbox.oldestMs === null ? {} : { detail: t('oldest', { span: span(outbox.oldestMs) }) })}
          {...(outbox.failing > 0 || slow ? { mend: t('mend.outbox', { count: outbox.failing }) } : {})}
        />
        <Line
          name={t('rules')}
          tone={rules.pending === 0 ? 'ok' : 'warn'}
          word={rules.pending === 0 ? t('nothingWaits') : t('rulesPending', { count: rules.pending })}
          {...(rules.since === null ? {} : { detail: t('since', { at: formats.dateTime(rules.since) }) })}
        />
      </ul>
      {queues.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <caption>{t('channels')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('channel')}</th>
                {columns.map((name) => (
                  <th key={name} scope="col" className={classes.number}>
                    {t(`queue.${name}`)}
                  </th>
                ))}
                <th scope="col" className={classes.number}>
                  {t('oldestDue')}
                </th>
              </tr>
            </thead>
            <tbody>
              {queues.map(({ channel, oldestMs, ...counts }) => (
                <tr key={channel}>
                  <th scope="row">
                    {channel === 'mail' || channel === 'external' ? t(`channel.${channel}`) : channel}
                  </th>
                  {columns.map((name) => (
                    <td key={name} className={classes.number} data-label={t(`queue.${name}`)}>
                      {formats.number(counts[name])}
                    </td>
                  ))}
                  <td className={classes.number} data-label={t('oldestDue')}>
                    {oldestMs === null ? '—' : span(oldestMs)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
