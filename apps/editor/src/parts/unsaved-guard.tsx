import { useBlocker } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from './confirm.tsx';
import type { texts } from './texts.ja.ts';

/** Asks before somebody leaves a form whose changes have not been saved, nor are just being: whoever presses both goes on. */
export function UnsavedGuard({ unsaved: changed, saving }: { unsaved: boolean; saving: boolean }) {
  const t = useTexts<typeof texts>('parts');
  const unsaved = changed && !saving;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <Confirm
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t('leaveUnsaved')}
      action={t('leaveUnsavedDo')}
      stay={t('keepEditing')}
      danger
      onConfirm={async () => proceed?.()}
    >
      {t('leaveUnsavedHelp')}
    </Confirm>
  );
}
