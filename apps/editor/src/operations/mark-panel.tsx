import { Button } from '@mantine/core';
import type { Operations } from '@sodate/services/operation/read-operations';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Panel } from '../parts/panel.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { Line } from './line.tsx';
import type { texts } from './texts.ja.ts';

const tones = { barred: 'danger', noMark: 'idle', agree: 'ok' } as const;

/** Whether both stores agree; and where sends are held, the way to let sends go on. */
export function MarkPanel({ mark }: { mark: Operations['mark'] }) {
  const t = useTexts<typeof texts>('operations');
  const formats = useFormats();
  const { role } = useSession().person;
  const [asking, setAsking] = useState(false);
  const release = useMutation(
    trpc.operations.release.mutationOptions({
      onSettled: async () => {
        for (const router of [trpc.operations, trpc.home])
          await queryClient.invalidateQueries({ queryKey: router.pathKey() });
      },
    }),
  );
  const barred = mark.barredAt !== null;
  const unbarred = mark.number === 0 ? 'noMark' : 'agree';
  const standing = barred ? 'barred' : unbarred;
  const mend = mark.barredWhy === 'by-hand' ? 'mend.held' : 'mend.barred';
  const advanced =
    mark.advancedAt === null
      ? undefined
      : t('advanced', { number: mark.number, at: formats.dateTime(mark.advancedAt) });
  return (
    <Panel title={t('stores')} {...(barred ? { tone: 'danger' as const } : {})}>
      <ul>
        <Line
          name={t('mark')}
          tone={tones[standing]}
          word={t(standing)}
          {...(advanced === undefined ? {} : { detail: advanced })}
          {...(mark.barredAt === null ? {} : { mend: t(mend, { at: formats.dateTime(mark.barredAt) }) })}
        />
      </ul>
      {barred && role === 'admin' && (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {t('release')}
        </Button>
      )}
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('releaseTitle')}
        action={t('release')}
        danger
        onConfirm={() => release.mutateAsync()}
      >
        {t('releaseHelp')}
      </Confirm>
    </Panel>
  );
}
