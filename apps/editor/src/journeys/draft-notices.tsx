import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { useDraft, useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';

/** Says what became of a change: overtaken by somebody else's, refused, or no longer to be undone. */
export function DraftNotices() {
  const t = useTexts<typeof texts>('journeys');
  const text = useText();
  const { draft } = useJourney();
  const notice = useDraft((state) => state.notice);
  useEffect(() => {
    if (notice === undefined) return;
    draft.dismissNotice();
    const message = wording();
    notifications.show({ id: message, message, color: 'warn', autoClose: 8_000 });

    function wording(): string {
      switch (notice?.kind) {
        case 'overtaken':
          return t('overtaken', { count: notice.count });
        case 'rejected':
          return notice.text === undefined ? t('rejected') : text(notice.text);
        default:
          return t('cannotUndo');
      }
    }
  }, [notice, draft, t, text]);
  return null;
}
