import { Checkbox, Stack } from '@mantine/core';
import type { HandoffNotice } from '@sodate/services/handoff/handoff-notices';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery, useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

const kinds = [
  'assigned',
  'due-soon',
  'overdue',
  'unassigned',
  'given-back',
  'contact-due',
  'noted',
] as const satisfies readonly HandoffNotice[];

/** Which notices come by mail too; all of them stand in the product. */
export function OwnMails() {
  const t = useTexts<typeof texts>('settings');
  const { mutedMails, role } = useSession().person;
  const update = useMutation(
    trpc.people.updateOwn.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
        showSaved(t('saved'));
      },
    }),
  );
  if (!['admin', 'sales-manager', 'sales-rep'].includes(role)) return null;
  const shown = kinds.filter((kind) => (kind !== 'unassigned' && kind !== 'given-back') || role !== 'sales-rep');
  const wanted = ({ kind, on }: { kind: HandoffNotice; on: boolean }) =>
    on ? mutedMails.filter((one) => one !== kind) : [...mutedMails, kind];
  return (
    <Panel title={t('own.mails')}>
      <Stack gap="xs">
        <p className="muted">{t('own.mailsHelp')}</p>
        {shown.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`own.mail.${kind}`)}
            checked={!mutedMails.includes(kind)}
            disabled={update.isPending}
            onChange={({ currentTarget }) => update.mutate({ mutedMails: wanted({ kind, on: currentTarget.checked }) })}
          />
        ))}
      </Stack>
    </Panel>
  );
}
