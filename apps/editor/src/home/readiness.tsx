import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import classes from './empty-home.module.css';
import type { texts } from './texts.ja.ts';

interface Step {
  readonly name: 'sender' | 'tag' | 'people';
  readonly done: boolean;
  readonly to: string;
  readonly action: 'see' | 'seeTag' | 'add';
}

/** What publishing will need, each with its state and where to do it. */
export function Readiness() {
  const t = useTexts<typeof texts>('home');
  const { role } = useSession().person;
  const { data: organisation } = useQuery(trpc.organisation.read.queryOptions());
  const { data: sites } = useQuery(trpc.writeKeys.visitedSites.queryOptions());
  const { data: people } = useQuery(trpc.people.list.queryOptions({ activeOnly: true, limit: 2 }));
  const steps: Step[] = [
    {
      name: 'sender',
      done: (organisation?.sender.postalAddress ?? '') !== '',
      to: '/settings/organisation',
      action: 'see',
    },
    { name: 'tag', done: sites?.some(({ demo }) => !demo) ?? false, to: '/settings/tag', action: 'seeTag' },
    ...(role === 'admin'
      ? [{ name: 'people', done: (people?.rows.length ?? 0) > 1, to: '/settings/people', action: 'add' } as const]
      : []),
  ];
  return (
    <section className={classes.ready}>
      <h2>
        {t('ready.title')}
        <small>{t('ready.aside')}</small>
      </h2>
      <ol className={classes.steps}>
        {steps.map(({ name, done, to, action }, place) => (
          <li key={name} className={classes.step} data-done={done}>
            <i>{done ? <Icon name="check" size={14} /> : place + 1}</i>
            <div>
              <b>
                {t(`ready.${name}`)}
                {done && <span className="unseen"> {t('ready.done')}</span>}
              </b>
              <small>{t(`ready.${name}Help`)}</small>
            </div>
            <Link className="link" to={to} aria-label={`${t(`ready.${action}`)}: ${t(`ready.${name}`)}`}>
              {t(`ready.${action}`)}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
