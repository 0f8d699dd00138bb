import { parseInstant } from '@sodate/journey/time/instant';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lastSaid } from '../handoffs/last-said.ts';
import { useEntryWords } from '../handoffs/use-entry-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { useContactWords } from '../next-contact/use-contact-words.ts';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './talk-panel.module.css';
import type { texts } from './texts.ja.ts';

const most = 3;

/** What was last agreed with the lead and when it is contacted next, for whoever may open the hand-off it stands in. */
export function TalkPanel({ lead }: { lead: string }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const words = useEntryWords();
  const { beside } = useContactWords();
  const { data } = useQuery(trpc.leads.talk.queryOptions({ lead }, { meta: { silent: true } }));
  if (data == null) return null;
  const { handoff, nextContact } = data;
  const entries = lastSaid(data.entries).slice(0, most);
  if (entries.length === 0 && nextContact === null) return null;
  return (
    <Panel title={t('talk')}>
      {nextContact !== null && (
        <p className={classes.next}>
          <b>{t('talkNext')}</b> {beside(nextContact)}
          {nextContact.note !== '' && <span className={classes.note}>{nextContact.note}</span>}
        </p>
      )}
      <ul className={classes.lines}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <span>{words(entry)}</span>
            {entry.by !== null && <span className="muted">{entry.by}</span>}
            <time dateTime={entry.at}>{formats.dateTime(parseInstant(entry.at))}</time>
            {entry.note !== null && <span className={classes.note}>{entry.note}</span>}
          </li>
        ))}
      </ul>
      <Link className={`link ${classes.all}`} to="/handoffs/$handoff" params={{ handoff }}>
        {t('talkAll')}
      </Link>
    </Panel>
  );
}
