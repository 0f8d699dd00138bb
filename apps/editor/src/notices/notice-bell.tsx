import { Popover, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './notices.module.css';
import type { texts } from './texts.ja.ts';

const NoticeList = lazy(() => import('./notice-list.tsx').then((file) => ({ default: file.NoticeList })));
const refreshMs = 15_000;

/** Says how many notices are unread, and opens them. */
export function NoticeBell() {
  const t = useTexts<typeof texts>('notices');
  const [opened, list] = useDisclosure(false);
  const { data: unread = 0 } = useQuery(
    trpc.notices.unread.queryOptions(undefined, { refetchInterval: refreshMs, meta: { silent: true } }),
  );
  return (
    <Popover opened={opened} onChange={(open) => !open && list.close()} position="right-start" width={340} trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.bell}
          aria-label={unread === 0 ? t('title') : t('unread', { count: unread })}
          onClick={list.toggle}
        >
          <Icon name="bell" size={18} />
          {unread > 0 && <span className={classes.count}>{unread > 99 ? '99+' : unread}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Suspense>{opened && <NoticeList onOpen={list.close} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
