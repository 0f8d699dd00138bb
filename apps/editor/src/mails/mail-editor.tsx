import { Alert, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import type { trpc } from '../server/trpc.ts';
import { BackToJourney, type JourneyPlace } from './back-to-journey.tsx';
import { BackToMails } from './back-to-mails.tsx';
import { FormerWords } from './former-words.tsx';
import type { ChosenLead } from './lead-choice.tsx';
import { MailActions } from './mail-actions.tsx';
import classes from './mail-editor.module.css';
import { MailFields } from './mail-fields.tsx';
import { MailPreview } from './mail-preview.tsx';
import { MailUses } from './mail-uses.tsx';
import { SavingNote } from './saving-note.tsx';
import { TestSend } from './test-send.tsx';
import type { texts } from './texts.ja.ts';
import { useBrokenLinks } from './use-broken-links.ts';
import { useMailDraft } from './use-mail-draft.ts';
import { useMailPreview } from './use-mail-preview.ts';
import { useMayWrite } from './use-may-write.ts';

/** Writing at the left, what arrives at the right. */
export function MailEditor({
  mail,
  origin,
}: {
  mail: inferOutput<typeof trpc.mails.get>;
  /** The journey that the mail is written for, and its node. */
  origin: JourneyPlace | undefined;
}) {
  const t = useTexts<typeof texts>('mails');
  const mayWrite = useMayWrite();
  const draft = useMailDraft(mail);
  const [lead, setLead] = useState<ChosenLead | null>(null);
  const [settled] = useDebouncedValue(draft.content, 400);
  const preview = useMailPreview({ content: settled, lead: lead?.id });
  const brokenLinks = useBrokenLinks({ mail: mail.id, draft, isAsked: mayWrite });
  const title = draft.content.name.trim() === '' ? t('title') : draft.content.name;
  return (
    <Page>
      <PageHeader title={title} above={origin === undefined ? <BackToMails /> : <BackToJourney origin={origin} />}>
        {mayWrite && <SavingNote state={draft.state} savedAt={draft.savedAt} />}
        {mayWrite && <TestSend content={draft.content} lead={lead?.id} />}
        {mayWrite && <MailActions mail={mail} name={title} />}
      </PageHeader>
      {!mayWrite && <p className="muted">{t('readOnly')}</p>}
      {draft.state === 'conflict' && (
        <Alert color="danger" icon={<Icon name="alert" />} title={t('conflict')}>
          <Button size="xs" variant="default" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        </Alert>
      )}
      <div className={classes.columns}>
        <MailFields
          content={draft.content}
          problems={preview?.problems ?? []}
          brokenLinks={brokenLinks.filter(({ address }) => preview?.targets.includes(address))}
          onChange={draft.change}
          readOnly={!mayWrite}
        />
        <div className={classes.arriving}>
          <FormerWords mail={mail.id} mayPublish={mayWrite} />
          <MailPreview preview={preview} lead={lead} onLead={setLead} />
        </div>
      </div>
      <MailUses mail={mail.id} />
    </Page>
  );
}
