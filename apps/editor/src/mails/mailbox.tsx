import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Role } from '@sodate/database/schema/user';
import { asInstant } from '@sodate/journey/time/instant';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Pages } from '../parts/pages.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { BackToMails } from './back-to-mails.tsx';
import { CaughtMail } from './caught-mail.tsx';
import classes from './mailbox.module.css';
import type { texts } from './texts.ja.ts';

const route = getRouteApi('/frame/mailbox');

/** Every mail lies there, with whatever it says of whomever. */
const mailboxRoles: ReadonlySet<Role> = new Set(['admin', 'marketer', 'sales-manager']);

const lookEveryMs = 3_000;

/** The local mailbox: what was "delivered", newest first; looks for new mails by itself. */
export function Mailbox() {
  const t = useTexts<typeof texts>('mails');
  const { mail: opened } = route.useSearch();
  const [typed, setTyped] = useState('');
  const [to] = useDebouncedValue(typed.trim(), 250);
  const paging = usePaging({ reset: to });
  const { role } = useSession().person;
  const mayLook = mailboxRoles.has(role);
  const { data: exists } = useQuery(
    trpc.mailbox.exists.queryOptions(undefined, { staleTime: Infinity, enabled: mayLook }),
  );
  const { data } = useQuery(
    trpc.mailbox.list.queryOptions(
      { limit: 30, to, ...(paging.after === undefined ? {} : { after: paging.after }) },
      { placeholderData: keepPreviousData, refetchInterval: lookEveryMs, enabled: exists === true },
    ),
  );
  if (!mayLook) {
    return (
      <Page>
        <PageHeader title={t('mailbox.title')} />
        <EmptyState icon="inbox" title={t('mailbox.notYours')} help={t('mailbox.notYoursHelp')} />
      </Page>
    );
  }
  if (exists === false) {
    return (
      <Page>
        <PageHeader title={t('mailbox.title')} />
        <EmptyState icon="inbox" title={t('mailbox.none')} help={t('mailbox.noneHelp')} />
      </Page>
    );
  }
  const rows = data?.rows ?? [];
  const isEmpty = data !== undefined && rows.length === 0;
  return (
    <Page>
      <PageHeader title={t('mailbox.title')} help={t('mailbox.help')} above={<BackToMails />} />
      <div className={classes.columns} data-reading={opened !== undefined} data-empty={isEmpty && opened === undefined}>
        <div className={classes.list}>
          <TextInput
            className={classes.find ?? ''}
            aria-label={t('mailbox.search')}
            placeholder={t('mailbox.search')}
            leftSection={<Icon name="search" />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {isEmpty && <EmptyState icon="inbox" title={t('mailbox.empty')} help={t('mailbox.emptyHelp')} />}
          <ul aria-label={t('mailbox.list')}>
            {rows.map((row) => (
              <Row key={row.name} row={row} current={row.name === opened} />
            ))}
          </ul>
          {(paging.page > 1 || data?.next !== undefined) && <Pages paging={paging} next={data?.next} />}
        </div>
        <div className={classes.pane}>
          {opened === undefined ? (
            rows.length > 0 && <EmptyState icon="mail" title={t('mailbox.choose')} />
          ) : (
            <CaughtMail key={opened} name={opened} />
          )}
        </div>
      </div>
    </Page>
  );
}

function Row({
  row,
  current,
}: {
  row: { name: string; caughtAtMs: number; to: string; subject: string };
  current: boolean;
}) {
  const { dateTime } = useFormats();
  return (
    <li>
      <Link
        to="/mailbox"
        search={{ mail: row.name }}
        className={classes.row ?? ''}
        aria-current={current ? 'true' : undefined}
      >
        <b>{row.subject}</b>
        <span>{row.to}</span>
        <time>{dateTime(asInstant(row.caughtAtMs))}</time>
      </Link>
    </li>
  );
}
