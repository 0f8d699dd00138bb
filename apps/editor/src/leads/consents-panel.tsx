import { Button, Group } from '@mantine/core';
import { parseInstant } from '@sodate/journey/time/instant';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './facts.module.css';
import type { LeadDetail } from './lead-types.ts';
import { marketingConsent, marketingTopic } from './may-be-mailed.ts';
import { NoteConsent } from './note-consent.tsx';
import type { texts } from './texts.ja.ts';
import { useConsentWords } from './use-consent-words.ts';

/** What the lead agreed to receive, in the words shown then, or no longer wants; with all it ever said, and by hand. */
export function ConsentsPanel({ detail, mayNote }: { detail: LeadDetail; mayNote: boolean }) {
  const t = useTexts<typeof texts>('leads');
  const [noting, setNoting] = useState<boolean>();
  const [history, setHistory] = useState(false);
  const words = useConsentWords();
  const now = marketingConsent(detail);
  return (
    <Panel title={t('consents')}>
      {detail.consents.length === 0 && <p className={classes.hint}>{words({ topic: marketingTopic, given: null })}</p>}
      {history ? <History lead={detail.id} /> : <Lines lines={detail.consents} />}
      <Group gap="xs" mt={detail.consents.length === 0 ? 'xs' : 'sm'}>
        {mayNote && now !== true && (
          <Button size="compact-xs" variant="default" onClick={() => setNoting(true)}>
            {t('noteGiven')}
          </Button>
        )}
        {mayNote && now !== false && (
          <Button size="compact-xs" variant="default" onClick={() => setNoting(false)}>
            {t('noteWithdrawn')}
          </Button>
        )}
        {detail.consents.length > 0 && (
          <button type="button" className="link" aria-expanded={history} onClick={() => setHistory(!history)}>
            {t(history ? 'consentsNow' : 'consentHistory')}
          </button>
        )}
      </Group>
      {noting !== undefined && (
        <NoteConsent lead={detail.id} topic={marketingTopic} given={noting} onClose={() => setNoting(undefined)} />
      )}
    </Panel>
  );
}

function History({ lead }: { lead: string }) {
  const t = useTexts<typeof texts>('leads');
  const [after, setAfter] = useState<string>();
  const { data } = useQuery(
    trpc.leads.consents.queryOptions({ lead, limit: 20, ...(after === undefined ? {} : { after }) }),
  );
  if (data === undefined) return null;
  const { next } = data;
  return (
    <>
      <Lines lines={data.rows} />
      {next !== undefined && (
        <button type="button" className="link" onClick={() => setAfter(next)}>
          {t('older')}
        </button>
      )}
    </>
  );
}

function Lines({ lines }: { lines: LeadDetail['consents'] }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const words = useConsentWords();
  const place = (source: string) => (source === 'mail-link' ? t('source.mail-link') : source);
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={`${line.topic} ${line.at}`} className={line.given ? classes.yes : ''}>
          <Icon name={line.given ? 'check' : 'close'} />
          <div>
            {words(line)}
            <small>{[formats.dateTime(parseInstant(line.at)), place(line.source)].filter(Boolean).join(' · ')}</small>
            {line.wording !== '' && <small>{t('quoted', { words: line.wording })}</small>}
          </div>
        </li>
      ))}
    </ul>
  );
}
