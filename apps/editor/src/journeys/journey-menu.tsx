import { ActionIcon, Menu } from '@mantine/core';
import type { JourneyHead } from '@sodate/services/journey/get-journey';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import type { texts as canvasTexts } from '../canvas/texts.ja.ts';
import { useExport } from '../canvas/use-export.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Icon, IconPath } from '../parts/icon.tsx';
import { useAfterDrawing } from '../parts/use-after-drawing.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useStartTrial } from '../trial/use-start-trial.ts';
import { useCounts } from './counts-context.ts';
import { useCanvas, useDraft, useJourney } from './journey-context.ts';
import { planDiscard } from './plan-discard.ts';
import { ResumeDialog } from './resume-dialog.tsx';
import { rightOf } from './right-of.ts';
import type { texts } from './texts.ja.ts';
import { useChangeCount } from './use-change-count.ts';

const ShareDialog = lazy(async () => ({ default: (await import('../share/share-dialog.tsx')).ShareDialog }));

/** What is done with a journey as a whole: settings, pause, resume, stop, archive. */
export function JourneyMenu({ head }: { head: JourneyHead }) {
  const t = useTexts<typeof texts>('journeys');
  const ofCanvas = useTexts<typeof canvasTexts>('canvas');
  const { journey, right, role, canvas, draft } = useJourney();
  const live = useDraft((state) => state.live?.graph);
  const changed = useChangeCount().drawn > 0;
  const shares = useCanvas((state) => state.asking === 'share');
  const [asking, setAsking] = useState<'pause' | 'resume' | 'stop' | 'discard'>();
  const inFlight = useCounts()?.inFlight ?? 0;
  const navigate = useNavigate();
  const startTrial = useStartTrial();
  const refresh = () => queryClient.invalidateQueries(trpc.journeys.pathFilter());
  const pause = useMutation(trpc.journeys.pause.mutationOptions({ onSuccess: refresh }));
  const stop = useMutation(trpc.journeys.stop.mutationOptions({ onSuccess: refresh }));
  const archive = useMutation(
    trpc.journeys.archive.mutationOptions({ onSuccess: () => navigate({ to: '/journeys' }) }),
  );
  const savePicture = useExport();
  const hangs = useAfterDrawing();
  const running = head.state === 'live' || head.state === 'paused';
  const may = right === 'all';
  // A phone only reads a journey, but must be able to bring it to a halt, and to pass it on.
  const runs = rightOf(role) === 'all';
  const button = (
    <ActionIcon variant="subtle" color="idle" size="lg" aria-label={t('more')} data-always data-journey-menu>
      <Icon name="more" size={20} />
    </ActionIcon>
  );
  if (!hangs) return button;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="settings" />} onClick={() => canvas.openPanel({ kind: 'settings' })}>
            {t('settings')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPath path={canvasIcons.play} />} onClick={startTrial}>
            {t('tryIt')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="form" />}
            onClick={() => void navigate({ to: '/journeys/$journey/document', params: { journey } })}
          >
            {t('document')}
          </Menu.Item>
          {(['png', 'svg'] as const).map((format) => (
            <Menu.Item key={format} leftSection={<Icon name="picture" />} onClick={() => void savePicture(format)}>
              {ofCanvas(format === 'png' ? 'savePng' : 'saveSvg')}
            </Menu.Item>
          ))}
          {head.version !== null && head.draftDiffers && (
            <Menu.Item leftSection={<Icon name="picture" />} onClick={() => void savePicture('png', 'live')}>
              {ofCanvas('saveLivePng', { number: head.version })}
            </Menu.Item>
          )}
          {runs && (
            <Menu.Item leftSection={<Icon name="share" />} onClick={() => canvas.ask('share')}>
              {t('share')}
            </Menu.Item>
          )}
          {may && changed && (
            <Menu.Item leftSection={<Icon name="history" />} onClick={() => setAsking('discard')}>
              {t('discard')}
            </Menu.Item>
          )}
          {runs && head.state === 'live' && (
            <Menu.Item leftSection={<Icon name="pause" />} onClick={() => setAsking('pause')}>
              {t('pause')}
            </Menu.Item>
          )}
          {runs && head.state === 'paused' && (
            <Menu.Item leftSection={<IconPath path={canvasIcons.play} />} onClick={() => setAsking('resume')}>
              {t('resume')}
            </Menu.Item>
          )}
          {runs && running && (
            <Menu.Item
              color="danger"
              leftSection={<IconPath path={canvasIcons.stop} />}
              onClick={() => setAsking('stop')}
            >
              {t('stop')}
            </Menu.Item>
          )}
          {may && !running && (
            <Menu.Item
              leftSection={<Icon name="inbox" />}
              onClick={() => archive.mutate({ journey, archived: head.archivedAt === null })}
            >
              {t(head.archivedAt === null ? 'archive' : 'unarchive')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking === 'pause'}
        onClose={() => setAsking(undefined)}
        title={t('pauseTitle')}
        action={t('pauseDo')}
        onConfirm={() => pause.mutateAsync({ journey })}
      >
        {inFlight === 0 ? t('pauseHelpNobody') : t('pauseHelp', { count: inFlight })}
      </Confirm>
      <Confirm
        opened={asking === 'stop'}
        onClose={() => setAsking(undefined)}
        title={t('stopTitle')}
        action={t('stopDo')}
        danger
        onConfirm={() => stop.mutateAsync({ journey })}
      >
        {inFlight === 0 ? t('stopHelpNobody') : t('stopHelp', { count: inFlight })}
      </Confirm>
      <Confirm
        opened={asking === 'discard'}
        onClose={() => setAsking(undefined)}
        title={t('discardTitle')}
        action={t('discardDo')}
        danger
        onConfirm={async () => {
          const { graph } = draft.getState();
          canvas.select([]);
          if (live !== undefined) draft.dispatch(planDiscard({ graph, live }));
        }}
      >
        {t('discardHelp', { number: head.version ?? 0 })}
      </Confirm>
      <Suspense>{shares && <ShareDialog head={head} onClose={() => canvas.ask(undefined)} />}</Suspense>
      {asking === 'resume' && <ResumeDialog onClose={() => setAsking(undefined)} />}
    </>
  );
}
