import { Tabs } from '@mantine/core';
import { asInstant } from '@sodate/journey/time/instant';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import { MailFrame } from './mail-frame.tsx';
import classes from './mailbox.module.css';
import type { texts } from './texts.ja.ts';

/** One mail of the local mailbox, as a reader would see it, and as it was sent. */
export function CaughtMail({ name }: { name: string }) {
  const t = useTexts<typeof texts>('mails');
  const { dateTime } = useFormats();
  const { data } = useQuery(trpc.mailbox.get.queryOptions({ name }, { staleTime: Infinity }));
  if (data === undefined) return null;
  return (
    <article className={classes.mail}>
      <header className={classes.head}>
        <Link to="/mailbox" className={classes.back ?? ''}>
          <Icon name="left" size={14} />
          {t('mailbox.back')}
        </Link>
        <h2>{data.subject}</h2>
        <dl>
          <dt>{t('mailbox.from')}</dt>
          <dd>{data.from}</dd>
          <dt>{t('mailbox.to')}</dt>
          <dd>{data.to}</dd>
        </dl>
        <time>{dateTime(asInstant(data.caughtAtMs))}</time>
      </header>
      <Tabs defaultValue="html" className={classes.tabs ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="html">{t('mailbox.html')}</Tabs.Tab>
          <Tabs.Tab value="text">{t('mailbox.text')}</Tabs.Tab>
          <Tabs.Tab value="headers">{t('mailbox.headers')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" className={classes.panel ?? ''}>
          <MailFrame title={data.subject} html={data.html} />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <pre className={classes.text}>{data.text}</pre>
        </Tabs.Panel>
        <Tabs.Panel value="headers">
          <pre className={classes.text}>{data.headers.map(({ line }) => line).join('\n')}</pre>
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}
