import { Button, Group, Modal, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';
import { useFirstOpened } from './use-first-opened.ts';

interface Question {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action: string;
  readonly danger?: boolean;
  /** What the way back is called where 「やめる」 would be the form behind: it then has the focus. */
  readonly stay?: string;
  readonly onConfirm: () => Promise<unknown>;
}

/**
 * Asks before something that cannot be taken back. `action` says what happens (「3人を外す」), never "OK". Closes when
 * `onConfirm` has succeeded, and stays open where it fails.
 */
export function Confirm(question: Question) {
  return useFirstOpened(question.opened) && <Dialog {...question} />;
}

function Dialog({ opened, onClose, title, children, action, danger = false, stay, onConfirm }: Question) {
  const t = useTexts<typeof texts>('parts');
  const [working, setWorking] = useState(false);
  const confirm = async () => {
    setWorking(true);
    try {
      await onConfirm();
      onClose();
    } catch {
      // The toast has said why; the dialog stays, so that the person may try again.
    } finally {
      setWorking(false);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} withCloseButton={false}>
      {children !== undefined && (
        <Text component="div" size="md">
          {children}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="subtle" color="idle" onClick={onClose} data-autofocus={stay !== undefined || undefined}>
          {stay ?? t('cancel')}
        </Button>
        <Button
          color={danger ? 'danger' : 'accent'}
          loading={working}
          onClick={() => void confirm()}
          data-autofocus={stay === undefined || undefined}
        >
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
