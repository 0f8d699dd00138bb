import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { readErrorText } from '../server/read-error.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** Lets a lead into a live journey by hand; says why where the journey refuses. */
export function EnrolLead({ lead, name, onClose }: { lead: string; name: string; onClose: () => void }) {
  const t = useTexts<typeof texts>('leads');
  const text = useText();
  const queries = useQueryClient();
  const [journey, setJourney] = useState<string | null>(null);
  const live = useQuery(trpc.journeys.list.queryOptions({ state: 'live', limit: 200 }));
  const enrol = useMutation(
    trpc.enrollments.enrol.mutationOptions({
      meta: { silent: true },
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.leads.pathFilter());
        onClose();
      },
    }),
  );
  const journeys = live.data?.rows ?? [];
  const none = live.isSuccess && journeys.length === 0;
  return (
    <Modal opened onClose={onClose} title={t('enrolTitle', { name })}>
      <Stack gap="sm">
        {none ? (
          <p>{t('noLiveJourneys')}</p>
        ) : (
          <Select
            label={t('journey')}
            description={t('enrolHelp')}
            placeholder={t('chooseJourney')}
            searchable
            data={journeys.map((one) => ({ value: String(one.id), label: one.name }))}
            value={journey}
            onChange={(chosen) => {
              setJourney(chosen);
              enrol.reset();
            }}
            error={enrol.error === null ? undefined : text(readErrorText(enrol.error))}
            data-autofocus
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="idle" onClick={onClose}>
            {t('cancel')}
          </Button>
          {!none && (
            <Button
              disabled={journey === null}
              loading={enrol.isPending}
              onClick={() => journey !== null && enrol.mutate({ journey, lead })}
            >
              {t('enrol')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
