import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';

/** Resuming asks what becomes of deadlines: moved by the length of the pause, or kept. */
export function ResumeDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts<typeof texts>('journeys');
  const { journey } = useJourney();
  const [deadlines, setDeadlines] = useState<'shift' | 'keep'>('shift');
  const resume = useMutation(
    trpc.journeys.resume.mutationOptions({
      onSuccess: async () => {
        onClose();
        await queryClient.invalidateQueries(trpc.journeys.pathFilter());
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t('resumeTitle')} withCloseButton={false}>
      <Radio.Group
        aria-label={t('resumeTitle')}
        value={deadlines}
        onChange={(value) => setDeadlines(value === 'keep' ? 'keep' : 'shift')}
      >
        <Stack gap="sm">
          <Radio value="shift" label={t('resumeShift')} description={t('resumeShiftHelp')} />
          <Radio value="keep" label={t('resumeKeep')} description={t('resumeKeepHelp')} />
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="subtle" color="idle" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={resume.isPending} onClick={() => resume.mutate({ journey, deadlines })}>
          {t('resumeDo')}
        </Button>
      </Group>
    </Modal>
  );
}
