import { useNavigate } from '@tanstack/react-router';
import type { texts as canvasTexts } from '../canvas/texts.ja.ts';
import { useTidy } from '../canvas/use-tidy.ts';
import { useTexts } from '../language/use-texts.ts';
import type { Command } from '../palette/use-commands.ts';
import type { texts as publishingTexts } from '../publishing/texts.ja.ts';
import { usePublish } from '../publishing/use-publish.ts';
import { useStartTrial } from '../trial/use-start-trial.ts';
import { useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';
import { useJourneyHead } from './use-journey-head.ts';

/** What can be done with the open journey, as its buttons and its menu do it; what is not allowed is absent. */
export function useJourneyCommands(): readonly Command[] {
  const t = useTexts<typeof texts>('journeys');
  const ofPublishing = useTexts<typeof publishingTexts>('publishing');
  const ofCanvas = useTexts<typeof canvasTexts>('canvas');
  const navigate = useNavigate();
  const { journey, canvas, right } = useJourney();
  const head = useJourneyHead({ journey });
  const publish = usePublish({ head });
  const tidy = useTidy();
  const startTrial = useStartTrial();
  const draws = right === 'all';
  const seeVersions = () => void navigate({ to: '/journeys/$journey/versions', params: { journey } });
  const commands: readonly (Command & { readonly may: boolean })[] = [
    { may: true, key: 'try', label: t('tryIt'), words: t('tryItWords'), icon: 'eye', act: startTrial },
    {
      may: draws && publish.can,
      key: 'publish',
      label: ofPublishing('toPublish'),
      words: t('publishWords'),
      icon: 'flag',
      act: publish.open,
    },
    {
      may: draws,
      key: 'tidy',
      label: ofCanvas('tidy'),
      words: t('tidyWords'),
      icon: 'branch',
      act: () => void tidy(),
    },
    {
      may: draws,
      key: 'share',
      label: t('share'),
      words: t('shareWords'),
      icon: 'share',
      act: () => canvas.ask('share'),
    },
    { may: true, key: 'versions', label: t('versions'), words: t('versionsWords'), icon: 'history', act: seeVersions },
    {
      may: true,
      key: 'settings',
      label: t('settings'),
      words: '',
      icon: 'settings',
      act: () => canvas.openPanel({ kind: 'settings' }),
    },
  ];
  return commands.filter(({ may }) => may);
}
