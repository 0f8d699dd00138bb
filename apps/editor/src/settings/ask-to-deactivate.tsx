import { Button } from '@mantine/core';
import type { UserId } from '@sodate/journey/id';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { unbroken } from '../parts/unbroken.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';
import { WhoDeactivates } from './who-deactivates.tsx';

/** For those who lead a team and cannot deactivate anybody: asks those who can. For an admin, the way there. */
export function AskToDeactivate({ person }: { person: { readonly id: UserId; readonly name: string } }) {
  const t = useTexts<typeof texts>('settings');
  const formats = useFormats();
  const { role } = useSession().person;
  const asks = role !== 'admin';
  const { id, name } = person;
  const { data } = useQuery(trpc.people.deactivationAsked.queryOptions({ id }, { enabled: asks, staleTime: 0 }));
  const ask = useMutation(
    trpc.people.askToDeactivate.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.people.deactivationAsked.queryFilter({ id })),
    }),
  );
  const [opened, setOpened] = useState(false);
  if (!asks || data === undefined || data.admins.length === 0) return <WhoDeactivates />;
  const { admins, asked } = data;
  const names = admins.map((admin) => t('teams.admin', { name: admin })).join(t('teams.comma'));
  if (asked !== null) {
    return (
      <p className="muted" role="status">
        {t('deactivation.askedAt', { by: asked.by, at: formats.dateTime(asked.at), name, names })}
      </p>
    );
  }
  return (
    <div>
      <Button variant="subtle" color="idle" onClick={() => setOpened(true)}>
        {t('deactivation.ask')}
      </Button>
      <Confirm
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('deactivation.title', { name: unbroken(name) })}
        action={t('deactivation.do')}
        onConfirm={() => ask.mutateAsync({ id })}
      >
        {t('deactivation.help', { name, names })}
      </Confirm>
    </div>
  );
}
