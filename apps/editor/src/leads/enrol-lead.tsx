import { Button, Group, Modal, Stack } from '@mantine/core';
import type { JourneyId } from '@sodate/journey/id';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { rightOf } from '../journeys/right-of.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { unbroken } from '../parts/unbroken.ts';
import { readErrorField, readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
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
        {journey !== null && readErrorField(enrol.error) === 'reentry' && <ToReentry journey={journey} />}
        {journey !== null && <FirstMailsNote journey={journey} lead={detail.id} />}
        {journey !== null && mayBeMailed(detail) && (
          <MailingNote journey={journey} filter={{ ids: [detail.id] }} alone />
        )}
        {!mayBeMailed(detail) && <NoConsentNote lead={detail.id} journey={journey} onNote={() => setNoting(true)} />}
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

/** That marketing mails do not reach the lead; left out of a journey that sends no mail at all. */
function NoConsentNote({
  lead,
  journey,
  onNote,
}: {
  lead: LeadDetail['id'];
  journey: string | null;
  onNote: () => void;
}) {
  const t = useTexts<typeof texts>('leads');
  const { data: first } = useQuery({
    ...trpc.journeys.firstMails.queryOptions({ journey: journey as JourneyId, lead }, { meta: { silent: true } }),
    enabled: journey !== null,
  });
  if (journey !== null && first?.sendsMail === false) return null;
  return (
    <p role="note">
      {t('noMarketingMail')}{' '}
      <button type="button" className="link" onClick={onNote}>
        {t('noteGiven')}
      </button>
    </p>
  );
}

/** Beside the refusal: where the rule stands, for whoever may change it. The journey opens with its settings. */
function ToReentry({ journey }: { journey: string }) {
  const t = useTexts<typeof texts>('leads');
  const { role } = useSession().person;
  if (rightOf(role) !== 'all') return null;
  return (
    <Link className="link" to="/journeys/$journey" params={{ journey }}>
      {t('toReentry')}
    </Link>
  );
}
