import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import type { StuckLead } from '@sodate/services/enrollment/list-stuck';
import { useState } from 'react';
import { useEnrollmentChanges } from '../enrollments/use-enrollment-changes.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';
import { type Way, waysOf } from './way.ts';
import { type ChosenWay, WayDialog } from './way-dialog.tsx';

/** The ways out of one lead: the first at a press, the others, which lose something, after a question. */
export function RowWays({ row: { enrollment, journey }, name }: { row: StuckLead; name: string }) {
  const t = useTexts<typeof texts>('stuck');
  const { role } = useSession().person;
  const { retry, skip, move, remove } = useEnrollmentChanges();
  const [asking, setAsking] = useState<Way>();
  const wide = useIsWide();
  const [first, ...others] = waysOf(role);
  const go = (way: ChosenWay) => {
    switch (way.kind) {
      case 'retry':
        return retry.mutateAsync({ enrollment });
      case 'skip':
        return skip.mutateAsync({ enrollment });
      case 'move':
        return move.mutateAsync({ enrollment, node: way.node });
      case 'remove':
        return remove.mutateAsync({ enrollment });
    }
  };
  const retryNow = () => retry.mutate({ enrollment }, { onSuccess: () => showSaved(t('retried', { name })) });
  return (
    <Group gap={6} wrap="nowrap" mt={wide ? 0 : 6} justify={wide ? 'flex-end' : 'flex-start'}>
      {first !== undefined && (
        <Button
          size="xs"
          variant="default"
          loading={retry.isPending}
          aria-label={`${t(`way.${first}`)}: ${name}`}
          onClick={() => (first === 'retry' ? retryNow() : setAsking(first))}
        >
          {t(`way.${first}`)}
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="subtle" color="idle" size={30} aria-label={t('otherWays', { name })}>
              <Icon name="more" size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((way) => (
              <Menu.Item key={way} {...(way === 'remove' ? { color: 'danger' } : {})} onClick={() => setAsking(way)}>
                {t(`way.${way}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {asking !== undefined && (
        <WayDialog way={asking} count={1} journey={journey.id} onClose={() => setAsking(undefined)} onGo={go} />
      )}
    </Group>
  );
}
