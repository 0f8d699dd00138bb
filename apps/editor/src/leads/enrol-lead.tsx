import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { unbroken } from '../parts/unbroken.ts';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { FirstMailsNote } from './first-mails-note.tsx';
import { JourneySelect } from './journey-select.tsx';
import type { LeadDetail } from './lead-types.ts';
import { MailingNote } from './mailing-note.tsx';
import { marketingTopic, mayBeMailed } from './may-be-mailed.ts';
import { NoteConsent } from './note-consent.tsx';
import type { texts } from './texts.ja.ts';

/** Lets a lead into a live journey by hand; says why where the journey refuses. */
export function EnrolLead({ detail, name, onClose }: { detail: LeadDetail; name: string; onClose: () => void }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const queries = useQueryClient();
  const [noting, setNoting] = useState(false);
  const [journey, setJourney] = useState<string | null>(null);
  const enrol = useMutation(
    trpc.enrollments.enrol.mutationOptions({
      meta: { silent: true },
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.leads.pathFilter());
        onClose();
      },
    }),
  );
  if (noting) return <NoteConsent lead={detail.id} topic={marketingTopic} given onClose={() => setNoting(false)} />;
  return (
    <Modal opened onClose={onClose} title={t('enrolTitle', { name: unbroken(name) })}>
      <Stack gap="sm">
        <JourneySelect
          value={journey}
          onChange={(chosen) => {
            setJourney(chosen);
            enrol.reset();
          }}
          error={enrol.error === null ? undefined : text(readErrorText(enrol.error))}
        />
        {journey !== null && <FirstMailsNote journey={journey} lead={detail.id} />}
        {journey !== null && mayBeMailed(detail) && (
          <MailingNote journey={journey} filter={{ ids: [detail.id] }} alone />
        )}
        {!mayBeMailed(detail) && (
          <p role="note">
            {t('noMarketingMail')}{' '}
            <button type="button" className="link" onClick={() => setNoting(true)}>
              {t('noteGiven')}
            </button>
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            disabled={journey === null}
            loading={enrol.isPending}
            onClick={() => journey !== null && enrol.mutate({ journey, lead: detail.id })}
          >
            {t('enrol')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
