import { Link } from '@tanstack/react-router';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { readErrorLead, readErrorText } from '../server/read-error.ts';
import type { texts } from './texts.ja.ts';

/** Why the server refused a lead; where another one stands in the way, with a link to it. */
export function RefusedBecause({ error, onLeave }: { error: unknown; onLeave: () => void }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const lead = readErrorLead(error);
  return (
    <>
      {text(readErrorText(error))}{' '}
      {lead !== undefined && (
        <Link className="link" to="/leads/$lead" params={{ lead }} onClick={onLeave}>
          {t('openThatLead')}
        </Link>
      )}
    </>
  );
}
