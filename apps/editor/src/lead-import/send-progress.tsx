import { Button, Group, Progress, Stack } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import type { texts } from './texts.ja.ts';

/** How far a file is: how many rows were sent or taken in. */
export function SendProgress({
  done,
  rows,
  title = 'checking',
  onCancel,
}: {
  done: number;
  rows: number;
  title?: 'checking' | 'running';
  onCancel: () => void;
}) {
  const t = useTexts<typeof texts>('lead-import');
  return (
    <Panel title={t(title)}>
      <Stack gap="sm">
        <Progress.Root size="lg">
          <Progress.Section value={(100 * done) / rows} aria-label={t('progress', { done, count: rows })} />
        </Progress.Root>
        <p role="status">{t('progress', { done, count: rows })}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
