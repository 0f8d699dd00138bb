import { ActionIcon, Menu } from '@mantine/core';
import type { JourneyHead } from '@sodate/services/journey/get-journey';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';

/** What is done with a journey as a whole. */
export function JourneyMenu({ head }: { head: JourneyHead }) {
  const t = useTexts<typeof texts>('journeys');
  const { journey, right, canvas } = useJourney();
  const navigate = useNavigate();
  const archive = useMutation(
    trpc.journeys.archive.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.journeys.list.pathFilter());
        await navigate({ to: '/journeys' });
      },
    }),
  );
  const running = head.state === 'live' || head.state === 'paused';
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="idle" size={32} aria-label={t('more')} data-always>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="settings" />} onClick={() => canvas.openPanel({ kind: 'settings' })}>
          {t('settings')}
        </Menu.Item>
        {right === 'all' && !running && (
          <Menu.Item
            leftSection={<Icon name="inbox" />}
            onClick={() => archive.mutate({ journey, archived: head.archivedAt === null })}
          >
            {t(head.archivedAt === null ? 'archive' : 'unarchive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
