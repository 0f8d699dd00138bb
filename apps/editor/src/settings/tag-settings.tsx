import { Button, Group, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { CopyField } from '../parts/copy-field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { AddWriteKey, type WriteKeyKind } from './add-write-key.tsx';
import { TestTag } from './test-tag.tsx';
import type { texts } from './texts.ja.ts';
import { VisitedSites } from './visited-sites.tsx';
import { WriteKeyLine } from './write-key-line.tsx';

/** Keys are few: one page of 200 holds them all. */
const keysQuery = trpc.writeKeys.list.queryOptions(
  { limit: 200 },
  { placeholderData: keepPreviousData, refetchInterval: 10_000 },
);

/** A developer who is to send from a system looks for its key by name. */
const kinds = ['browser', 'server'] as const satisfies readonly WriteKeyKind[];

/** "*.example.co.jp" stands for many. */
const isHost = (domain: string) => !domain.startsWith('*.');

export function TagSettings() {
  const t = useTexts<typeof texts>('settings');
  const { data: keys } = useQuery(keysQuery);
  const [adding, setAdding] = useState<WriteKeyKind>();
  const [made, setMade] = useState<string>();
  // The demo site's key is for the demo site alone.
  const first = keys?.rows.find(({ snippet, key }) => snippet !== null && key !== 'demo');
  const site = keys?.rows.find(({ key, domains }) => key !== 'demo' && domains.some(isHost))?.domains.find(isHost);
  return (
    <>
      <Panel title={t('tag')}>
        <Stack gap="sm">
          <p>{t('tag.help')}</p>
          {first?.snippet != null && <CopyField value={first.snippet} label={t('tag')} />}
          <p className="muted">{t('tag.forms')}</p>
          <TestTag key={site} site={site} />
          <VisitedSites keys={keys?.rows.filter(({ key }) => key !== 'demo') ?? []} />
        </Stack>
      </Panel>
      <Panel
        title={t('tag.keys')}
        actions={
          <Group gap="xs">
            {kinds.map((kind) => (
              <Button
                key={kind}
                size="xs"
                variant="default"
                leftSection={<Icon name="plus" size={14} />}
                onClick={() => setAdding(kind)}
              >
                {t(kind === 'browser' ? 'tag.add' : 'tag.addServer')}
              </Button>
            ))}
          </Group>
        }
      >
        <p className="muted">{t('tag.keysHelp')}</p>
        <ul>
          {keys?.rows.map((key) => (
            <WriteKeyLine key={key.id} writeKey={key} fresh={key.id === made} />
          ))}
        </ul>
      </Panel>
      <AddWriteKey kind={adding} onClose={() => setAdding(undefined)} onMade={setMade} />
    </>
  );
}
