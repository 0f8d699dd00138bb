import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import classes from './read-mail.module.css';
import { SentMailView } from './sent-mail-view.tsx';
import type { texts } from './texts.ja.ts';

/** Opens a mail as one lead got it. Whoever reads it here leaves no trace: it is no opening, and no click. */
export function ReadMail({ sentMail, subject }: { sentMail: string; subject: string }) {
  const t = useTexts<typeof texts>('mails');
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  return (
    <>
      <button
        type="button"
        className={`link ${classes.open}`}
        aria-haspopup="dialog"
        aria-label={t('read.label', { subject })}
        onClick={() => setState('open')}
      >
        {t('read')}
      </button>
      {/* Kept once it was open, so that closing it gives the focus back; a long history holds many of these. */}
      {state !== 'never' && (
        <Modal opened={state === 'open'} onClose={() => setState('closed')} title={t('read.title')} size={720}>
          <SentMailView sentMail={sentMail} />
        </Modal>
      )}
    </>
  );
}
