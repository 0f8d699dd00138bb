import { Modal } from '@mantine/core';
import { useCanGoBack, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { SentMailView } from './sent-mail-view.tsx';
import { readSentSearch } from './sent-search.ts';
import type { texts } from './texts.ja.ts';

/**
 * The sent mail that the address names, over its page. Whoever reads it here leaves no trace: it is no opening, and no
 * click. Back closes it, and closing it goes back, where it was opened from the page itself.
 */
export function SentMailDialog() {
  const t = useTexts<typeof texts>('mails');
  const { sent } = readSentSearch({ ...useSearch({ strict: false }) });
  const navigate = useNavigate();
  const { history } = useRouter();
  const hasBefore = useCanGoBack();
  const cameWith = useRef(sent);
  const last = useRef(sent);
  useEffect(() => {
    if (sent === undefined) cameWith.current = undefined;
    else last.current = sent;
  }, [sent]);
  const close = () => {
    if (cameWith.current !== sent && hasBefore) history.back();
    else void navigate({ to: '.', search: ({ sent: _, ...was }) => was, replace: true, resetScroll: false });
  };
  const shown = sent ?? last.current;
  return (
    <>
      {/* Mounted before it opens: only then does closing it give the focus back. */}
      <Modal opened={sent !== undefined} onClose={close} title={t('read.title')} size={720}>
        {shown !== undefined && <SentMailView sentMail={shown} />}
      </Modal>
    </>
  );
}
