import { Modal, type ModalProps } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from './confirm.tsx';
import type { texts } from './texts.ja.ts';
import { createTypedWords } from './typed-words.ts';

/**
 * A dialog in which somebody types: Escape, the cross and a click beside it ask before they throw that away. A button of
 * the form that calls `onClose` itself says what it does, and is not asked about.
 */
export function FormModal({ opened, onClose, children, ...props }: ModalProps) {
  const t = useTexts<typeof texts>('parts');
  const queries = useQueryClient();
  const [typed] = useState(() => createTypedWords(queries.getMutationCache()));
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!opened) typed.forget();
  }, [opened, typed]);
  const leave = () => (typed.wouldBeLost() ? setAsking(true) : onClose());
  const discard = async () => {
    typed.forget();
    onClose();
  };
  return (
    <Modal {...props} opened={opened} onClose={leave} closeOnEscape={!asking} closeOnClickOutside={!asking}>
      {/* What the server took is kept: what comes after it in the same dialog may be left freely. */}
      <div onInput={typed.note} onSubmitCapture={typed.submitting} onSubmit={typed.submitted}>
        {children}
      </div>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('discardTyped')}
        action={t('discardTypedDo')}
        stay={t('keepEditing')}
        danger
        onConfirm={discard}
      >
        {t('discardTypedHelp')}
      </Confirm>
    </Modal>
  );
}
