import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from './confirm.tsx';
import type { texts } from './texts.ja.ts';

/**
 * A dialog in which somebody types: Escape, the cross and a click beside it ask before they throw that away. A button of
 * the form that calls `onClose` itself says what it does, and is not asked about.
 */
export function FormModal({ opened, onClose, children, ...props }: ModalProps) {
  const t = useTexts<typeof texts>('parts');
  const typed = useRef(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!opened) typed.current = false;
  }, [opened]);
  const leave = () => (typed.current ? setAsking(true) : onClose());
  const discard = async () => {
    typed.current = false;
    onClose();
  };
  return (
    <Modal {...props} opened={opened} onClose={leave} closeOnEscape={!asking} closeOnClickOutside={!asking}>
      {/* What was sent is kept: what comes after it in the same dialog may be left freely. */}
      <div
        onInput={() => {
          typed.current = true;
        }}
        onSubmit={() => {
          typed.current = false;
        }}
      >
        {children}
      </div>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('discardTyped')}
        action={t('discardTypedDo')}
        danger
        onConfirm={discard}
      >
        {t('discardTypedHelp')}
      </Confirm>
    </Modal>
  );
}
