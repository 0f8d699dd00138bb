import { Button, Group } from '@mantine/core';
import type { ListedWriteKey } from '@sodate/services/write-key/list-write-keys';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { CopyField } from '../parts/copy-field.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { EditWriteKey } from './edit-write-key.tsx';
import classes from './settings.module.css';
import type { texts } from './texts.ja.ts';

type Asking = 'revoke' | 'rotate' | 'edit';

/** One key: what it is good for, when it was used last, and who was turned away with it. `fresh`: it was made just now. */
export function WriteKeyLine({ writeKey, fresh }: { writeKey: ListedWriteKey; fresh: boolean }) {
  const t = useTexts<typeof texts>('settings');
  const formats = useFormats();
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // The dialog gives the focus back to its button first.
    const shown = fresh ? setTimeout(() => showFresh(line.current), 300) : undefined;
    return () => clearTimeout(shown);
  }, [fresh]);
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.writeKeys.pathKey() });
  const revoke = useMutation(trpc.writeKeys.revoke.mutationOptions({ onSuccess: refresh }));
  const rotate = useMutation(
    trpc.writeKeys.rotate.mutationOptions({
      onSuccess: async () => {
        await refresh();
        showSaved(t('tag.rotated'));
      },
    }),
  );
  const { id, kind, domains, key, snippet, lastUsedAt } = writeKey;
  // It is made with the installation, before anybody has chosen a language.
  const name = key === 'demo' ? t('tag.demo') : writeKey.name;
  const where = domains.length === 0 ? t('tag.anywhere') : domains.join(', ');
  const used = lastUsedAt === null ? t('tag.neverUsed') : t('tag.lastUsed', { at: formats.dateTime(lastUsedAt) });
  const told = kind === 'browser' ? `${where} · ${used}` : used;
  return (
    <li ref={line} className={classes.key} data-fresh={fresh || undefined}>
      <Group justify="space-between" gap="xs">
        <span>
          <b>{name}</b> <small className="muted">{t(kind === 'browser' ? 'tag.browser' : 'tag.server')}</small>
        </span>
        <Group gap={6}>
          {kind === 'browser' && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${t('tag.edit')}: ${name}`}
              onClick={() => setAsking('edit')}
            >
              {t('tag.edit')}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${t('tag.rotate')}: ${name}`}
            onClick={() => setAsking('rotate')}
          >
            {t('tag.rotate')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${t('tag.revoke')}: ${name}`}
            onClick={() => setAsking('revoke')}
          >
            {t('tag.revoke')}
          </Button>
        </Group>
      </Group>
      <p className={fresh ? undefined : 'muted'}>{fresh ? t('tag.created') : told}</p>
      <CopyField value={snippet ?? key} label={name} />
      <Refused writeKey={writeKey} />
      <Confirm
        opened={asking === 'revoke'}
        onClose={close}
        title={t('tag.revokeTitle', { name })}
        action={t('tag.revoke')}
        danger
        onConfirm={() => revoke.mutateAsync({ id })}
      >
        {t('tag.revokeHelp')} {used}
      </Confirm>
      <Confirm
        opened={asking === 'rotate'}
        onClose={close}
        title={t('tag.rotateTitle', { name })}
        action={t('tag.rotateAction')}
        onConfirm={() => rotate.mutateAsync({ id })}
      >
        {t(kind === 'browser' ? 'tag.rotateHelp' : 'tag.rotateHelpServer')}
      </Confirm>
      {asking === 'edit' && <EditWriteKey writeKey={writeKey} onClose={close} />}
    </li>
  );
}

/** It stands at the end of the list, below what fits on the screen: the key itself gets the focus, to be copied. */
function showFresh(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'center' });
  line?.querySelector('input')?.focus({ preventScroll: true });
}

/** Sites that a key turned away, each to be let in by one button. */
function Refused({ writeKey: { id, name, domains, refused } }: { writeKey: ListedWriteKey }) {
  const t = useTexts<typeof texts>('settings');
  const formats = useFormats();
  const update = useMutation(
    trpc.writeKeys.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.writeKeys.pathKey() }),
    }),
  );
  if (refused.length === 0) return null;
  return (
    <div className={classes.refused}>
      <p>{t('tag.refused', { count: refused.length })}</p>
      <ul>
        {refused.map(({ origin, at }) => {
          const host = URL.canParse(origin) ? new URL(origin).host : undefined;
          return (
            <li key={origin}>
              <span>{origin}</span> <small>{formats.dateTime(at)}</small>{' '}
              {host !== undefined && host !== '' && (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={update.isPending}
                  onClick={() => update.mutate({ id, name, domains: [...domains, host] })}
                >
                  {t('tag.letIn', { host })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
