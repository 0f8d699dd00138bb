import { Button, Stack, Textarea } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { UnsavedGuard } from '../parts/unsaved-guard.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { TestLeadMatches } from './test-lead-matches.tsx';
import type { texts } from './texts.ja.ts';

/** The same form as the server takes. */
const addressOrDomain = /^([^\s@]+@)?[^\s@.]+(\.[^\s@.]+)+$/;

export function TestLeadSettings() {
  const t = useTexts<typeof texts>('settings');
  const { data: organisation } = useSuspenseQuery(trpc.organisation.read.queryOptions());
  const [text, setText] = useState(organisation.testAddresses.join('\n'));
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const wrong = lines.find((line) => !addressOrDomain.test(line));
  const update = useMutation(
    trpc.organisation.update.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.organisation.pathKey() });
        showSaved(t('saved'));
      },
    }),
  );
  return (
    <Panel title={t('test-leads')}>
      <UnsavedGuard unsaved={lines.join('\n') !== organisation.testAddresses.join('\n')} saving={update.isPending} />
      <Stack gap="sm">
        <p>
          {t('tests.help')} {t('tests.already')}
        </p>
        <Textarea
          label={t('tests.addresses')}
          description={t('tests.addressesHelp')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={4}
          maxRows={16}
          error={wrong === undefined ? undefined : t('tests.wrong', { line: wrong })}
        />
        {wrong === undefined && <TestLeadMatches lines={lines} />}
        <div>
          <Button
            loading={update.isPending}
            disabled={wrong !== undefined}
            onClick={() => update.mutate({ testAddresses: lines })}
          >
            {t('save')}
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}
