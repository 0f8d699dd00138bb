import { Button, Group, Modal, Stack } from '@mantine/core';
import type { Problem } from '@sodate/journey/validate/problem';
import type { JourneyHead } from '@sodate/services/journey/get-journey';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDraft, useJourney } from '../journeys/journey-context.ts';
import { ProblemLine, problemKey } from '../journeys/problem-line.tsx';
import type { texts as journeyTexts } from '../journeys/texts.ja.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import classes from './ask-to-publish.module.css';
import type { texts } from './texts.ja.ts';
import { usePublish } from './use-publish.ts';

/** For those who may change sales nodes and not publish: asks those who do, where there is something new. */
export function AskToPublish({ head }: { head: JourneyHead }) {
  const t = useTexts<typeof texts>('publishing');
  const { draft } = useJourney();
  const { can } = usePublish({ head });
  const { data } = useAsked();
  const waits = data !== undefined && data.asked !== null;
  const [opened, setOpened] = useState(false);
  const open = async () => {
    await draft.flush();
    setOpened(true);
  };
  return (
    <>
      <Button variant={waits ? 'default' : 'filled'} onClick={() => void open()} disabled={!can}>
        {t(waits ? 'askWaiting' : 'ask')}
      </Button>
      {opened && <AskDialog onClose={() => setOpened(false)} />}
    </>
  );
}

function AskDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts<typeof texts>('publishing');
  const words = useTexts<typeof journeyTexts>('journeys');
  const formats = useFormats();
  const { journey } = useJourney();
  const { data } = useAsked();
  const ask = useMutation(
    trpc.journeys.askToPublish.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.journeys.publishAsked.queryFilter({ journey })),
    }),
  );
  if (data === undefined) return null;
  const { publishers, asked } = data;
  const names = publishers.map((name) => words('someone', { name })).join(words('comma'));
  return (
    <Modal opened onClose={onClose} title={t('ask')}>
      <Stack gap="sm">
        {publishers.length === 0 && <p>{t('askNobody')}</p>}
        {publishers.length > 0 && asked === null && <p>{t('askHelp', { names })}</p>}
        {asked !== null && <p role="status">{t('askedAt', { by: asked.by, at: formats.dateTime(asked.at), names })}</p>}
        <InTheWay onChosen={onClose} />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('close')}
          </Button>
          {asked === null && publishers.length > 0 && (
            <Button loading={ask.isPending} onClick={() => ask.mutate({ journey })}>
              {t('askDo')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

/** Who may publish, and whether they have been asked to since they last did. */
function useAsked() {
  const { journey } = useJourney();
  return useQuery(trpc.journeys.publishAsked.queryOptions({ journey }, { staleTime: 0 }));
}

/** What keeps it from being published, and who can mend that. */
function InTheWay({ onChosen }: { onChosen: () => void }) {
  const t = useTexts<typeof texts>('publishing');
  const words = useTexts<typeof journeyTexts>('journeys');
  const errors = useDraft(({ problems }) => problems).filter(({ severity }) => severity === 'error');
  const whoMends = useWhoMends();
  if (errors.length === 0) return null;
  return (
    <section>
      <p>{t('askBlocked')}</p>
      <ul className={classes.problems} aria-label={words('problemList')}>
        {errors.map((problem) => (
          <li key={problemKey(problem)}>
            <ProblemLine problem={problem} onChosen={onChosen} />
            <small className={`muted ${classes.mends}`}>{whoMends(problem)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useWhoMends() {
  const t = useTexts<typeof texts>('publishing');
  const { types } = useJourney();
  const nodes = useDraft(({ graph }) => graph.nodes);
  return ({ node, needsAdmin = false }: Problem): string => {
    if (needsAdmin) return t('mendsAdmin');
    const type = node === undefined ? undefined : types.get(nodes[node]?.type ?? '');
    return t(type?.family === 'sales' ? 'mendsYou' : 'mendsMarketer');
  };
}
