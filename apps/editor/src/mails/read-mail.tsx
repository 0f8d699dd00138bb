import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import classes from './read-mail.module.css';
import { SentMailView } from './sent-mail-view.tsx';
import type { texts } from './texts.ja.ts';

/** Opens a mail as one lead got it. Whoever reads it here leaves no trace: it is no opening, and no click. */
export function ReadMail({ sentMail, subject }: { sentMail: string; subject: string }) {
  const t = useTexts<typeof texts>('mails');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`link ${classes.open}`}
        aria-haspopup="dialog"
        aria-label={t('read.label', { subject })}
        onClick={() => setOpened(true)}
      >
        {t('read')}
      </button>
      {/* Mounted before it opens: only then does closing it give the focus back. */}
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('read.title')} size={720}>
        <SentMailView sentMail={sentMail} />
      </Modal>
    </>
  );
}
