import type { Instant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './mail-editor.module.css';
import type { texts } from './texts.ja.ts';
import type { SavingState } from './use-mail-draft.ts';

/** Whether what is written is safe. */
export function SavingNote({ state, savedAt }: { state: SavingState; savedAt: Instant }) {
  const t = useTexts<typeof texts>('mails');
  const { clock } = useFormats();
  const words = {
    saved: () => t('saved', { clock: clock(savedAt) }),
    saving: () => t('saving'),
    unsaved: () => t('unsaved'),
    failed: () => t('saveFailed'),
    conflict: () => t('unsaved'),
  }[state]();
  const isFault = state === 'failed' || state === 'conflict';
  return (
    <span role="status" className={isFault ? classes.fault : classes.saving}>
      {words}
    </span>
  );
}
