import { Button, Group } from '@mantine/core';
import type { NodeId } from '@sodate/journey/id';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { useSession } from '../server/use-session.ts';
import { NodeChoice } from '../stuck/node-choice.tsx';
import type { Passage } from './passage-types.ts';
import type { texts } from './texts.ja.ts';
import { useEnrollmentChanges } from './use-enrollment-changes.ts';

/** What a person may do: help a stuck lead on, take one out, hurry a test. The server decides who may. */
export function PassageActions({ passage }: { passage: Passage }) {
  const t = useTexts<typeof texts>('enrollments');
  const { role } = useSession().person;
  const { retry, forward, skip, move, remove } = useEnrollmentChanges();
  const [asking, setAsking] = useState<'skip' | 'move' | 'remove'>();
  const [node, setNode] = useState<NodeId | null>(null);
  const [missing, setMissing] = useState(false);
  const close = () => setAsking(undefined);
  const draws = role === 'admin' || role === 'marketer';
  if (passage.state === 'ended' || !(draws || role === 'sales-manager')) return null;
  const input = { enrollment: passage.id };
  const stuck = passage.state === 'stuck' && draws;
  const hurries = passage.test && passage.state === 'resting' && passage.at.until !== null;
  const confirmed = (way: 'skip' | 'move' | 'remove') => {
    if (way !== 'move') return (way === 'skip' ? skip : remove).mutateAsync(input);
    setMissing(node === null);
    return node === null ? Promise.reject(new Error('no node chosen')) : move.mutateAsync({ ...input, node });
  };
  return (
    <Group gap="xs">
      {stuck && (
        <Button loading={retry.isPending} onClick={() => retry.mutate(input)}>
          {t('retry')}
        </Button>
      )}
      {stuck && (
        <Button variant="default" onClick={() => setAsking('skip')}>
          {t('skip')}
        </Button>
      )}
      {stuck && (
        <Button variant="default" onClick={() => setAsking('move')}>
          {t('move')}
        </Button>
      )}
      {hurries && (
        <Button variant="default" loading={forward.isPending} onClick={() => forward.mutate(input)}>
          {t('forward')}
        </Button>
      )}
      <Button variant="light" color="danger" onClick={() => setAsking('remove')}>
        {t('remove')}
      </Button>
      {asking !== undefined && (
        <Confirm
          opened
          onClose={close}
          title={t(`${asking}Title`)}
          action={t(asking)}
          danger={asking === 'remove'}
          onConfirm={() => confirmed(asking)}
        >
          {t(`${asking}Help`)}
          {asking === 'move' && (
            <NodeChoice journey={passage.journey.id} value={node} onChange={setNode} missing={missing} />
          )}
        </Confirm>
      )}
    </Group>
  );
}
