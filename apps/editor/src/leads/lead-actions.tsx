import { ActionIcon, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../server/use-session.ts';
import { EraseLead } from './erase-lead.tsx';
import type { LeadDetail } from './lead-types.ts';
import { MergeLead } from './merge-lead.tsx';
import type { texts } from './texts.ja.ts';

/** What is done seldom, and cannot be taken back: merging with a duplicate, and erasing. */
export function LeadActions({ detail, name }: { detail: LeadDetail; name: string }) {
  const t = useTexts<typeof texts>('leads');
  const navigate = useNavigate();
  const { role } = useSession().person;
  const [open, setOpen] = useState<'merge' | 'erase'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('more')}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="users" />} onClick={() => setOpen('merge')}>
            {t('merge')}
          </Menu.Item>
          {role !== 'sales-manager' && (
            <Menu.Item leftSection={<Icon name="trash" />} color="danger" onClick={() => setOpen('erase')}>
              {t('erase')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'merge' && (
        <MergeLead
          detail={detail}
          name={name}
          onClose={close}
          onMerged={(lead) => {
            close();
            void navigate({ to: '/leads/$lead', params: { lead } });
          }}
        />
      )}
      {open === 'erase' && (
        <EraseLead lead={detail.id} name={name} onClose={close} onErased={() => void navigate({ to: '/leads' })} />
      )}
    </>
  );
}
