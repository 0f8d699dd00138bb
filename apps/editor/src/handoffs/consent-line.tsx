import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { marketingConsent, marketingTopic } from '../leads/may-be-mailed.ts';
import { NoteConsent } from '../leads/note-consent.tsx';
import type { texts as leadTexts } from '../leads/texts.ja.ts';
import { useConsentWords } from '../leads/use-consent-words.ts';
import { Icon } from '../parts/icon.tsx';
import type { Brief } from './inbox-types.ts';

/** What the lead said of marketing mails, and the way to record what it has just said on the phone. */
export function ConsentLine({ lead }: { lead: Brief['lead'] }) {
  const t = useTexts<typeof leadTexts>('leads');
  const words = useConsentWords();
  const [noting, setNoting] = useState<boolean>();
  const now = marketingConsent(lead);
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="subtle" color="idle" rightSection={<Icon name="down" size={14} />}>
            {words({ topic: marketingTopic, given: now })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {now !== false && (
            <Menu.Item leftSection={<Icon name="close" />} onClick={() => setNoting(false)}>
              {t('noteWithdrawn')}
            </Menu.Item>
          )}
          {now !== true && (
            <Menu.Item leftSection={<Icon name="check" />} onClick={() => setNoting(true)}>
              {t('noteGiven')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {noting !== undefined && (
        <NoteConsent lead={lead.id} topic={marketingTopic} given={noting} onClose={() => setNoting(undefined)} />
      )}
    </>
  );
}
