import { Alert } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import classes from './mail-uses.module.css';
import { ShowMoreUses } from './show-more-uses.tsx';
import type { texts } from './texts.ja.ts';
import { useMailUses } from './use-mail-uses.ts';

/** Which running journeys still send what the mail said before it was rewritten, each with the way to publishing. */
export function FormerWords({ mail, mayPublish }: { mail: string; mayPublish: boolean }) {
  const t = useTexts<typeof texts>('mails');
  // On a phone a journey is read, not published.
  const leads = useIsWide() && mayPublish;
  const { uses = [], more } = useMailUses({ mail, former: true });
  if (uses.length === 0) return null;
  return (
    <Alert color="warn" icon={<Icon name="alert" />} title={t('former')}>
      <div className={classes.former}>
        <p>{t(mayPublish ? 'former.help' : 'former.helpRead')}</p>
        <ul>
          {uses.map(({ id, name, version }) => (
            <li key={id}>
              <span>{t('former.journey', { name, version: version ?? 0 })}</span>
              <Link
                className="link"
                to="/journeys/$journey"
                params={{ journey: id }}
                search={leads ? { publish: true } : {}}
                aria-label={t(leads ? 'former.publishLabel' : 'former.openLabel', { name })}
              >
                {t(leads ? 'former.publish' : 'former.open')}
              </Link>
            </li>
          ))}
        </ul>
        <ShowMoreUses more={more} />
      </div>
    </Alert>
  );
}
