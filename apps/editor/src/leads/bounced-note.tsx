import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import classes from './facts.module.css';
import type { texts } from './texts.ja.ts';
import { useMayEdit } from './use-may-edit.ts';

/** Says that no mail goes to the lead's address, and lets a person who knows better take that back. */
export function BouncedNote({ lead }: { lead: string }) {
  const t = useTexts<typeof texts>('leads');
  const queries = useQueryClient();
  const mayEdit = useMayEdit();
  const clear = useMutation(
    trpc.leads.clearBounce.mutationOptions({ onSuccess: () => queries.invalidateQueries(trpc.leads.pathFilter()) }),
  );
  return (
    <div className={classes.warning}>
      <p>{t('bounced')}</p>
      {mayEdit && (
        <Button size="compact-xs" variant="default" loading={clear.isPending} onClick={() => clear.mutate({ lead })}>
          {t('clearBounce')}
        </Button>
      )}
    </div>
  );
}
