import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import classes from './facts.module.css';
import type { LeadDetail } from './lead-types.ts';
import type { texts } from './texts.ja.ts';

/** What the lead agreed to receive, in the words shown then, or no longer wants. */
export function ConsentsPanel({ detail }: { detail: LeadDetail }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const topic = (name: string) => (name === 'marketing' ? t('topic.marketing') : name);
  return (
    <Panel title={t('consents')}>
      {detail.consents.length === 0 && <p className={classes.hint}>{t('noConsents')}</p>}
      <ul className={classes.lines}>
        {detail.consents.map((line) => (
          <li key={line.topic} className={line.given ? classes.yes : ''}>
            <Icon name={line.given ? 'check' : 'close'} />
            <div>
              {t(line.given ? 'agreed' : 'withdrawn', { topic: topic(line.topic) })}
              <small>{[formats.dateTime(parseInstant(line.at)), line.source].filter(Boolean).join(' · ')}</small>
              {line.wording !== '' && <small>{t('quoted', { words: line.wording })}</small>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
