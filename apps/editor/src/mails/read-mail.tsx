import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import classes from './read-mail.module.css';
import type { texts } from './texts.ja.ts';

/** Opens a mail as one lead got it, in the page's `SentMailDialog`. */
export function ReadMail({ sentMail, subject }: { sentMail: string; subject: string }) {
  const t = useTexts<typeof texts>('mails');
  const navigate = useNavigate();
  return (
    <button
      type="button"
      className={`link ${classes.open}`}
      aria-haspopup="dialog"
      aria-label={t('read.label', { subject })}
      onClick={() => void navigate({ to: '.', search: (was) => ({ ...was, sent: sentMail }), resetScroll: false })}
    >
      {t('read')}
    </button>
  );
}
