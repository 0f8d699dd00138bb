import type { NodeChoice } from '@sodate/database/schema/journey';
import type { NodeId } from '@sodate/journey/id';
import { type Instant, parseInstant, plus } from '@sodate/journey/time/instant';
import type { PublishPlan } from '@sodate/services/journey/read-publish-plan';
import type { SendOutlook as Whole } from '@sodate/services/journey/read-send-outlook';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './send-outlook.module.css';
import { sumCalls, sumOutlook } from './sum-outlook.ts';
import type { texts } from './texts.ja.ts';

const hourMs = 3_600_000;
const hoursBetweenMarks = 12;

/** How many mails are expected in each hour to come, so that a rush is seen before it is published. */
export function SendOutlook({
  whole,
  nodes,
  choices,
}: {
  whole: Whole;
  nodes: PublishPlan['nodes'];
  choices: Readonly<Record<NodeId, NodeChoice>>;
}) {
  const t = useTexts<typeof texts>('publishing');
  const { number, dateTime } = useFormats();
  const hours = sumOutlook({ whole, nodes, choices });
  const from = parseInstant(whole.from);
  const sum = hours.reduce((total, count) => total + count, 0);
  const most = Math.max(0, ...hours);
  const calls = sumCalls({ whole, nodes, choices });
  return (
    <section>
      {whole.mails && (
        <h3>
          {t('outlook')} {sum > 0 && <small>{t('outlookUnit')}</small>}
        </h3>
      )}
      {whole.mails && sum === 0 && (
        <p className="muted">{t(whole.waiting === 0 ? 'outlookNobody' : 'outlookNone', { count: whole.waiting })}</p>
      )}
      {sum > 0 && (
        <>
          <p className={classes.peak}>
            {t('outlookPeak', {
              time: dateTime(plus(from, hours.indexOf(most) * hourMs)),
              most: number(most),
              sum: number(sum),
            })}
          </p>
          <Bars hours={hours} from={from} most={most} />
          <HourTable hours={hours} from={from} />
        </>
      )}
      {calls !== undefined && (
        <>
          <h3>
            {t('outlookCalls')} <small>{t('outlookCallsUnit')}</small>
          </h3>
          <p className={calls === 0 ? 'muted' : classes.peak}>
            {calls === 0 ? t('outlookNoCalls') : t('outlookCallsSum', { count: calls, sum: number(calls) })}
          </p>
        </>
      )}
      {(sum > 0 || whole.waiting > 0) && <p className={classes.basis}>{t('outlookBasis')}</p>}
    </section>
  );
}

interface Series {
  readonly hours: readonly number[];
  readonly from: Instant;
}

/** For the eye alone: the sentence above and the table below say the same. */
function Bars({ hours, from, most }: Series & { most: number }) {
  const { date, clock, number } = useFormats();
  const peak = hours.indexOf(most);
  return (
    <div className={classes.chart} aria-hidden="true">
      <div className={classes.bars}>
        {hours.map((count, hour) => (
          <span
            key={plus(from, hour * hourMs)}
            data-peak={hour === peak || undefined}
            data-none={count === 0 || undefined}
            data-late={hour > hours.length / 2 || undefined}
            style={{ height: `${(count * 100) / most}%` }}
          >
            {hour === peak && <b>{number(count)}</b>}
          </span>
        ))}
      </div>
      <p className={classes.marks}>
        {hours
          .map((_, hour) => ({ hour, at: plus(from, hour * hourMs) }))
          .filter(({ hour }) => hour % hoursBetweenMarks === 0)
          .map(({ hour, at }) => (
            <span key={at}>
              {clock(at)}
              {hour % 24 === 0 && <small>{date(at)}</small>}
            </span>
          ))}
      </p>
    </div>
  );
}

function HourTable({ hours, from }: Series) {
  const t = useTexts<typeof texts>('publishing');
  const { number, dateTime } = useFormats();
  const lines = hours.map((count, hour) => ({ count, at: plus(from, hour * hourMs) })).filter(({ count }) => count > 0);
  return (
    <details className={classes.table}>
      <summary>{t('outlookTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('outlookHour')}</th>
            <th scope="col">{t('outlookMails')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ count, at }) => (
            <tr key={at}>
              <th scope="row">{dateTime(at)}</th>
              <td>{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
