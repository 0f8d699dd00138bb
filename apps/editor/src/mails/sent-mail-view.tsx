import { parseInstant } from '@sodate/journey/time/instant';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { MailFrame } from './mail-frame.tsx';
import classes from './read-mail.module.css';
import type { texts } from './texts.ja.ts';

/** A sent mail: who wrote to whom, when, and every word of it. */
export function SentMailView({ sentMail }: { sentMail: string }) {
  const t = useTexts<typeof texts>('mails');
  const text = useText();
  const { dateTime } = useFormats();
  const options = trpc.leads.sentMail.queryOptions({ sentMail }, { meta: { silent: true }, retry: false });
  const { data: mail, error } = useQuery(options);
  if (error !== null) return <p role="alert">{text(readErrorText(error))}</p>;
  if (mail === undefined) return <p className="muted">{t('read.pending')}</p>;
  return (
    <article className={classes.mail}>
      <h3>{mail.subject}</h3>
      <dl>
        <dt>{t('mailbox.from')}</dt>
        <dd>{mail.sender === null ? t('read.noSender') : `${mail.sender.name} <${mail.sender.email}>`}</dd>
        <dt>{t('mailbox.to')}</dt>
        <dd>{mail.address}</dd>
        <dt>{t('read.sentAt')}</dt>
        <dd>
          <time dateTime={mail.sentAt}>{dateTime(parseInstant(mail.sentAt))}</time>
        </dd>
      </dl>
      <p className={classes.note}>{t('read.note')}</p>
      <div className={classes.paper}>
        <MailFrame title={mail.subject} html={mail.html} />
      </div>
    </article>
  );
}
