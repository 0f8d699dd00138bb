import { Link } from '@tanstack/react-router';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import { wordKeys } from '../parts/word-keys.ts';
import { useSession } from '../server/use-session.ts';
import { DestinationLink } from './destination-link.tsx';
import { type Destination, destinations, footDestinations, isFor } from './destinations.ts';
import classes from './navigation.module.css';
import { PersonMenu } from './person-menu.tsx';
import type { texts } from './texts.ja.ts';

/** Where one can go, and who one is. `onFind` opens the palette. */
export function Navigation({ onFind }: { onFind: () => void }) {
  const t = useTexts<typeof texts>('frame');
  const language = useLanguage();
  const { person, demo } = useSession();
  const own = (list: readonly Destination[]) => list.filter((destination) => isFor({ destination, role: person.role }));
  return (
    <nav className={classes.navigation} aria-label={t('main')}>
      <div className={classes.top}>
        <Link className={classes.brand} to="/">
          <Mark />
          <b>Sodate</b>
        </Link>
        <NoticeBell />
      </div>
      <button type="button" className={classes.find} onClick={onFind}>
        <Icon name="search" />
        {t('find')}
        <kbd>{wordKeys('mod+K')}</kbd>
      </button>
      <ul className={classes.list}>
        {own(destinations).map((destination) => (
          <Item key={destination.to} destination={destination} />
        ))}
      </ul>
      <ul className={`${classes.list} ${classes.foot}`}>
        {demo && (
          <li>
            <a className={classes.item} href={`/demo?language=${language}`} target="_blank" rel="noopener">
              <Icon name="external" size={18} />
              {t('demo')}
            </a>
          </li>
        )}
        {own(footDestinations).map((destination) => (
          <Item key={destination.to} destination={destination} />
        ))}
      </ul>
      <PersonMenu person={person} />
    </nav>
  );
}

function Item({ destination }: { destination: Destination }) {
  return (
    <li>
      <DestinationLink destination={destination} iconSize={18} className={classes.item} />
    </li>
  );
}
