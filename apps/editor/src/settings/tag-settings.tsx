import { Button, Stack } from '@mantine/core';
import type { ListedWriteKey } from '@sodate/services/write-key/list-write-keys';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { CopyField } from '../parts/copy-field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { AddWriteKey } from './add-write-key.tsx';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

/** Keys are few: one page of 200 holds them all. */
const keysQuery = trpc.writeKeys.list.queryOptions({ limit: 200 }, { placeholderData: keepPreviousData });
const waitMs = 3_000;

export function TagSettings() {
  const t = useTexts<typeof texts>('settings');
  const { data: keys } = useQuery(keysQuery);
  const [adding, setAdding] = useState(false);
  // The demo site's key is for the demo site alone.
  const first = keys?.rows.find(({ snippet, key }) => snippet !== null && key !== 'demo');
  return (
    <>
      <Panel title={t('tag')}>
        <Stack gap="sm">
          <p>{t('tag.help')}</p>
          {first?.snippet != null && <CopyField value={first.snippet} label={t('tag')} />}
          <p className="muted">{t('tag.forms')}</p>
          <Received />
        </Stack>
      </Panel>
      <Panel
        title={t('tag.keys')}
        actions={
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('tag.add')}
          </Button>
        }
      >
        <ul>
          {keys?.rows.map((key) => (
            <WriteKey key={key.id} writeKey={key} />
          ))}
        </ul>
      </Panel>
      <AddWriteKey opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

/** Changes by itself when the first visit arrives. */
function Received() {
  const t = useTexts<typeof texts>('settings');
  const formats = useFormats();
  const { data: visit, isPending } = useQuery(
    trpc.writeKeys.lastVisit.queryOptions(undefined, { refetchInterval: waitMs }),
  );
  if (isPending) return null;
  const received = visit !== null && visit !== undefined;
  return (
    <div className={classes.received} data-received={received} role="status">
      <Icon name={received ? 'check' : 'clock'} />
      <div>
        <b>{received ? t('tag.received') : t('tag.waiting')}</b>
        <p>
          {received
            ? t('tag.receivedHelp', { at: formats.dateTime(visit.at), page: visit.page ?? '' })
            : t('tag.waitingHelp')}
        </p>
      </div>
    </div>
  );
}

function WriteKey({ writeKey }: { writeKey: ListedWriteKey }) {
  const t = useTexts<typeof texts>('settings');
  const [revoking, setRevoking] = useState(false);
  const revoke = useMutation(
    trpc.writeKeys.revoke.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.writeKeys.pathKey() }),
    }),
  );
  const { name, kind, domains, key, snippet } = writeKey;
  const where = domains.length === 0 ? t('tag.anywhere') : domains.join(', ');
  return (
    <li className={classes.team}>
      <div className={classes.teamWords}>
        <b>{name}</b> <small className="muted">{kind === 'browser' ? t('tag.browser') : t('tag.server')}</small>
        {kind === 'browser' && <p>{where}</p>}
        <CopyField value={snippet ?? key} label={name} />
      </div>
      <Button size="xs" variant="default" aria-label={`${t('tag.revoke')}: ${name}`} onClick={() => setRevoking(true)}>
        {t('tag.revoke')}
      </Button>
      <Confirm
        opened={revoking}
        onClose={() => setRevoking(false)}
        title={t('tag.revokeTitle', { name })}
        action={t('tag.revoke')}
        danger
        onConfirm={() => revoke.mutateAsync({ id: writeKey.id })}
      >
        {t('tag.revokeHelp')}
      </Confirm>
    </li>
  );
}
