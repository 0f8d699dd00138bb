import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { wordMailLine } from '@sodate/journey/graph/mail-variables';
import type { MailUsers } from '@sodate/services/mail/read-users-of-mails';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { DataTable } from '../parts/data-table.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { usePaging } from '../parts/use-paging.ts';
import { trpc } from '../server/trpc.ts';
import classes from './mail-list.module.css';
import { ReadyMark } from './ready-mark.tsx';
import type { texts } from './texts.ja.ts';
import { useCreateMail } from './use-create-mail.ts';
import { useMayWrite } from './use-may-write.ts';

/** All mails, last changed first. */
export function MailList() {
  const t = useTexts<typeof texts>('mails');
  const text = useText();
  const formats = useFormats();
  const { data: attributes = [] } = useQuery(trpc.attributes.list.queryOptions());
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [archived, setArchived] = useState(false);
  const paging = usePaging({ reset: `${archived}/${search}` });
  const { data, isPending } = useQuery(
    trpc.mails.list.queryOptions(
      { search, archived, limit: 30, ...(paging.after === undefined ? {} : { after: paging.after }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const { create, isPending: creates } = useCreateMail();
  const createButton = mayWrite && (
    <Button leftSection={<Icon name="plus" />} loading={creates} onClick={create}>
      {t('create')}
    </Button>
  );
  const isFiltered = search !== '' || archived;
  return (
    <Page>
      <PageHeader title={t('title')} help={t('help')}>
        <MailboxLink />
        {createButton}
      </PageHeader>
      <div className={classes.tools}>
        <TextInput
          className={classes.search ?? ''}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SegmentedControl
          value={archived ? 'archived' : 'current'}
          onChange={(value) => setArchived(value === 'archived')}
          data={[
            { value: 'current', label: t('show.current') },
            { value: 'archived', label: t('show.archived') },
          ]}
        />
      </div>
      <DataTable
        label={t('title')}
        rows={data?.rows ?? []}
        rowKey={({ id }) => id}
        loading={isPending}
        paging={paging}
        next={data?.next}
        onOpen={({ id }) => void navigate({ to: '/mails/$mailId', params: { mailId: id } })}
        empty={isFiltered ? <NothingFound archived={archived && search === ''} /> : <NoMails>{createButton}</NoMails>}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            cell: ({ id, name, subject, isSample }) => (
              <div className={classes.name}>
                <Link to="/mails/$mailId" params={{ mailId: id }}>
                  {name}
                </Link>
                {isSample && <small className={classes.sample}>{t('sample')}</small>}
                <Subject words={subject === '' ? t('noSubject') : text(wordMailLine({ line: subject, attributes }))} />
              </div>
            ),
          },
          { key: 'kind', title: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`), secondary: true },
          { key: 'state', title: t('column.state'), cell: (row) => <ReadyMark {...row} /> },
          { key: 'users', title: t('column.users'), cell: ({ users }) => <Users users={users} />, secondary: true },
          {
            key: 'sent',
            title: t('column.sent'),
            align: 'right',
            cell: ({ sentLately }) => t('sentLately', { count: sentLately }),
            secondary: true,
          },
          {
            key: 'updated',
            title: t('column.updated'),
            align: 'right',
            cell: ({ updatedAt }) => formats.dateTime(updatedAt),
            secondary: true,
          },
        ]}
      />
    </Page>
  );
}

/** 「資料請求フォロー ほか2件」 */
function Users({ users: { count, first } }: { users: MailUsers }) {
  const t = useTexts<typeof texts>('mails');
  if (count === 0) return <span className="muted">{t('users.none')}</span>;
  const others = count - first.length;
  return (
    <div className={classes.users}>
      {first.map(({ id, name, running }) => (
        <Link key={id} to="/journeys/$journey" params={{ journey: id }} title={name}>
          <span>{name}</span>
          {!running && <small>{t('users.notRunning')}</small>}
        </Link>
      ))}
      {others > 0 && <small>{t('users.others', { count: others })}</small>}
    </div>
  );
}

function MailboxLink() {
  const t = useTexts<typeof texts>('mails');
  const mayWrite = useMayWrite();
  const { data } = useQuery(trpc.mailbox.exists.queryOptions(undefined, { enabled: mayWrite, staleTime: Infinity }));
  if (data !== true) return null;
  return (
    <Button
      variant="default"
      leftSection={<Icon name="inbox" />}
      renderRoot={(root) => <Link to="/mailbox" {...root} />}
    >
      {t('mailbox')}
    </Button>
  );
}

function NoMails({ children }: { children: React.ReactNode }) {
  const t = useTexts<typeof texts>('mails');
  return (
    <EmptyState icon="mail" title={t('emptyTitle')} help={t('emptyHelp')}>
      {children}
    </EmptyState>
  );
}

function NothingFound({ archived }: { archived: boolean }) {
  const t = useTexts<typeof texts>('mails');
  if (archived) return <EmptyState icon="mail" title={t('emptyArchive')} />;
  return <EmptyState icon="search" title={t('emptySearch')} help={t('emptySearchHelp')} />;
}

/** One line; a long subject is read whole by resting on it. */
function Subject({ words }: { words: string }) {
  return <span title={words}>{words}</span>;
}
