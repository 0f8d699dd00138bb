import { Popover, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import classes from './notices.module.css';
import type { texts } from './texts.ja.ts';
import { useUnread, wordUnread } from './use-unread.ts';

const NoticeList = lazy(() => import('./notice-list.tsx').then((file) => ({ default: file.NoticeList })));

/** Says how many notices are unread, and opens them. */
export function NoticeBell() {
  const t = useTexts<typeof texts>('notices');
  const [opened, list] = useDisclosure(false);
  const unread = useUnread();
  // Beside the bell a phone has no room for the list: it would hang over the edge of the screen.
  const wide = useIsWide();
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && list.close()}
      position={wide ? 'right-start' : 'bottom-end'}
      width={340}
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.bell}
          aria-label={unread === 0 ? t('title') : t('unread', { count: unread })}
          onClick={list.toggle}
        >
          <Icon name="bell" size={18} />
          {unread > 0 && <span className={classes.count}>{wordUnread(unread)}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} maw="calc(100vw - 16px)">
        <Suspense>{opened && <NoticeList onOpen={list.close} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
