import { useBlocker } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import type { texts } from './texts.ja.ts';

const stays = () => false;

/**
 * Says quietly that what stands in a form is not saved yet. It is kept as long as the tab, so that one may look about;
 * the browser asks before the tab closes.
 */
export function NotYetSaved({ id }: { id?: string }) {
  const t = useTexts<typeof texts>('handoffs');
  useBlocker({ shouldBlockFn: stays, enableBeforeUnload: true });
  return (
    <small id={id} className="muted" role="status">
      {t('notYetSaved')}
    </small>
  );
}
