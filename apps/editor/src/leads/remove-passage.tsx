import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { trpc } from '../server/trpc.ts';
import type { ListedPassage } from './lead-types.ts';
import type { texts } from './texts.ja.ts';

/** Takes a lead out of one journey by hand. */
export function RemovePassage({ passage }: { passage: ListedPassage }) {
  const t = useTexts<typeof texts>('leads');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.enrollments.remove.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.leads.pathFilter());
        showSaved(t('removed'));
      },
    }),
  );
  const journey = passage.journey.name;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="idle"
        aria-label={`${t('remove')}: ${journey}`}
        onClick={() => setAsking(true)}
      >
        {t('remove')}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('removeTitle', { journey })}
        action={t('removeAction')}
        danger
        onConfirm={() => remove.mutateAsync({ enrollment: passage.id })}
      >
        {t('removeHelp')}
      </Confirm>
    </>
  );
}
