import { UnstyledButton } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import { useUnread, wordUnread } from '../notices/use-unread.ts';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../server/use-session.ts';
import classes from './bottom-bar.module.css';
import { DestinationLink } from './destination-link.tsx';
import { destinations, isFor } from './destinations.ts';
import count from './open-handoffs.module.css';
import type { texts } from './texts.ja.ts';

const mostUsed = 4;

/** On a phone: the screens used most, within reach of the thumb. */
export function BottomBar({ onMenu }: { onMenu: () => void }) {
  const t = useTexts<typeof texts>('frame');
  const { person } = useSession();
  const unread = useUnread();
  const own = destinations.filter((destination) => isFor({ destination, role: person.role }));
  return (
    <nav className={classes.bar} aria-label={t('main')}>
      {own.slice(0, mostUsed).map((destination) => (
        <DestinationLink key={destination.to} destination={destination} iconSize={20} className={classes.item} />
      ))}
      <UnstyledButton className={classes.item} onClick={onMenu}>
        <Icon name="menu" size={20} />
        {t('menu')}
        {unread > 0 && (
          <span className={count.count} title={t('unread', { count: unread })}>
            {wordUnread(unread)}
          </span>
        )}
      </UnstyledButton>
    </nav>
  );
}
