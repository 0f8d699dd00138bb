import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { shareOut } from '../parts/share-out.ts';
import { trpc } from '../server/trpc.ts';
import classes from './interests-panel.module.css';
import type { texts } from './texts.ja.ts';

/** What the visits say, in a sentence or two. */
export function SummaryPanel({ lead }: { lead: string }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const { data } = useQuery(trpc.leads.interests.queryOptions({ lead }));
  return (
    <Panel title={t('inShort')}>
      <p className={classes.summary}>{data && text(data.summary)}</p>
    </Panel>
  );
}

/** Shares of features, price and cases, and the pages most read. */
export function InterestsPanel({ lead }: { lead: string }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const { data } = useQuery(trpc.leads.interests.queryOptions({ lead }));
  if (data === undefined || data.views === 0) return null;
  const shares = shareOut(data.topics.map(({ views }) => views));
  const most = data.topics[0]?.views ?? 1;
  return (
    <Panel title={t('interests')} aside={t('pageCount', { count: data.pages })}>
      {data.topics.length > 0 && (
        <ul className={classes.bars}>
          {data.topics.map(({ topic, views }, place) => (
            <li key={topic}>
              <span>{t(`topic.${topic}`)}</span>
              <i style={{ width: `${(100 * views) / most}%` }} aria-hidden="true" />
              <b>{formats.percent((shares[place] ?? 0) / 100)}</b>
            </li>
          ))}
        </ul>
      )}
      <ol className={classes.pages}>
        {data.mostRead.map(({ key, title, views }) => (
          <li key={key}>
            <span title={key}>{title ?? key}</span>
            <span className="muted nowrap">{t('times', { count: views })}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
