import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { TestResult } from './test-result.tsx';
import type { texts } from './texts.ja.ts';

/** The address that makes all links: whether it can be reached, and whether this Sodate answers there. */
export function PublicAddress() {
  const t = useTexts<typeof texts>('settings');
  const text = useText();
  const test = useMutation(trpc.organisation.testPublicUrl.mutationOptions());
  const found = test.data;
  return (
    <Panel title={t('address')}>
      <Stack gap="sm">
        <p>{t('address.help')}</p>
        <div>
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {t('address.test')}
          </Button>
        </div>
        {found !== undefined && (
          <TestResult
            ok={found.ok && !found.localOnly}
            title={t(found.ok ? 'address.ok' : 'address.wrong', { url: found.url })}
            answer={found.answer === '' ? undefined : t('test.happened', { answer: found.answer })}
            mend={found.mend === null ? undefined : text(found.mend)}
          />
        )}
      </Stack>
    </Panel>
  );
}
