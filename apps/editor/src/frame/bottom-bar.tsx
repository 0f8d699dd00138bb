import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../server/use-session.ts';
import classes from './bottom-bar.module.css';
import { destinations, isFor } from './destinations.ts';
import { OpenHandoffs } from './open-handoffs.tsx';
import type { texts } from './texts.ja.ts';

const mostUsed = 4;

/** On a phone: the screens used most, within reach of the thumb. */
export function BottomBar({ onMenu }: { onMenu: () => void }) {
  const t = useTexts<typeof texts>('frame');
  const { person } = useSession();
  const own = destinations.filter((destination) => isFor({ destination, role: person.role }));
  return (
    <nav className={classes.bar} aria-label={t('main')}>
      {own.slice(0, mostUsed).map(({ to, icon, title }) => (
        <Link key={to} className={classes.item} to={to} activeOptions={{ exact: to === '/' }}>
          <Icon name={icon} size={20} />
          {t(title)}
          {to === '/handoffs' && <OpenHandoffs />}
        </Link>
      ))}
      <UnstyledButton className={classes.item} onClick={onMenu}>
        <Icon name="menu" size={20} />
        {t('menu')}
      </UnstyledButton>
    </nav>
  );
}
