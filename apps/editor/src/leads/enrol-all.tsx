import { Button, Group, Modal, Stack } from '@mantine/core';
import type { JourneyId } from '@sodate/journey/id';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { inferInput } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { FirstMailsNote } from './first-mails-note.tsx';
import { JourneySelect } from './journey-select.tsx';
import { MailingNote } from './mailing-note.tsx';
import type { texts } from './texts.ja.ts';

/** Lets all leads of the list, or those picked, into a live journey; the journey's leads page then shows how far it is. */
export function EnrolAll({
  filter,
  people,
  action,
  onClose,
}: {
  filter: inferInput<typeof trpc.bulkEnrolments.start>['filter'];
  /** How many are meant, in words. */
  people: string;
  /** What the button says; that all of them enter, where it is left out. */
  action?: string;
  onClose: () => void;
}) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [journey, setJourney] = useState<string | null>(null);
  const start = useMutation(
    trpc.bulkEnrolments.start.mutationOptions({
      meta: { silent: true },
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.bulkEnrolments.pathFilter());
        if (journey !== null) await navigate({ to: '/journeys/$journey/leads', params: { journey } });
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t('enrolAllTitle', { people })}>
      <Stack gap="sm">
        <JourneySelect
          value={journey}
          onChange={(chosen) => {
            setJourney(chosen);
            start.reset();
          }}
          error={start.error === null ? undefined : text(readErrorText(start.error))}
        />
        {journey !== null && <FirstMailsNote journey={journey} />}
        {journey !== null && <MailingNote journey={journey} filter={filter} />}
        <p className="muted">
          {t('ids' in filter ? 'enrolPickedHelp' : 'enrolAllHelp')} {t('enrolLeavesOut')}{' '}
          {journey === null && t('onlyWithConsent')}
        </p>
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            disabled={journey === null}
            loading={start.isPending}
            onClick={() => journey !== null && start.mutate({ journey: journey as JourneyId, filter })}
          >
            {action ?? t('enrolAllDo')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
