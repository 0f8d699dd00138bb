import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Icon } from '../parts/icon.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { trpc } from '../server/trpc.ts';
import classes from './mail-uses.module.css';
import { UsesInFull } from './mail-uses.tsx';
import type { texts } from './texts.ja.ts';

/** What is done with a mail besides writing it. */
export function MailActions({ mail, name }: { mail: { id: string; archivedAt: unknown }; name: string }) {
  const t = useTexts<typeof texts>('mails');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [archived, setArchived] = useState(mail.archivedAt !== null);
  const [asking, setAsking] = useState(false);
  const refreshList = () => queryClient.invalidateQueries({ queryKey: trpc.mails.list.queryKey() });
  const copy = useMutation(
    trpc.mails.copy.mutationOptions({
      onSuccess: async ({ id }) => {
        await refreshList();
        await navigate({ to: '/mails/$mailId', params: { mailId: id } });
      },
    }),
  );
  const archive = useMutation(
    trpc.mails.archive.mutationOptions({
      onSuccess: async (...[, input]) => {
        setArchived(input.archived);
        showSaved(t(input.archived ? 'archived' : 'restored'));
        await refreshList();
      },
    }),
  );
  // Where it cannot be asked, the toast has said why.
  const begin = async () => {
    const isUsed =
      !archived &&
      (await queryClient.fetchQuery(trpc.mails.uses.queryOptions({ id: mail.id, limit: 1 }))).rows.length > 0;
    if (isUsed) setAsking(true);
    else archive.mutate({ id: mail.id, archived: !archived });
  };
  return (
    <>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('archiveUsed')}
        action={t('archive')}
        onConfirm={() => archive.mutateAsync({ id: mail.id, archived: true })}
      >
        <p className={classes.asked}>{t('archiveUsed.help')}</p>
        <UsesInFull mail={mail.id} />
      </Confirm>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('more')}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon name="copy" />}
            onClick={() => copy.mutate({ id: mail.id, name: t('copyName', { name }).slice(0, 100) })}
          >
            {t('copy')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name={archived ? 'history' : 'inbox'} />}
            onClick={() => void begin().catch(() => {})}
          >
            {t(archived ? 'restore' : 'archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
