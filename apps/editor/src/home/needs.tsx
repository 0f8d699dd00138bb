import { Button } from '@mantine/core';
import type { Family } from '@sodate/journey/graph/node-contract';
import type { Needs as NeedsData } from '@sodate/services/home/read-needs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { InboxSearch } from '../handoffs/inbox-search.ts';
import { rightOf } from '../journeys/right-of.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { FamilyTile } from '../parts/family-tile.tsx';
import { type IconName, iconPaths } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { trpc } from '../server/trpc.ts';
import { useSession } from '../server/use-session.ts';
import { liveJourneysQuery } from './live-journeys-query.ts';
import classes from './needs.module.css';
import type { texts } from './texts.ja.ts';

interface Need {
  readonly key: string;
  readonly family: Family;
  readonly icon: IconName;
  readonly title: string;
  readonly help: string;
  /** Where it is mended, and the button's words. */
  readonly way?: Way;
}

interface Way {
  readonly to: string;
  readonly label: string;
  /** The stuck leads of this journey, instead of `to`. */
  readonly stuckIn?: string;
  /** These hand-offs, instead of `to`. */
  readonly handoffs?: InboxSearch;
}

/** What stands still until a person decides, the most urgent first; each with the way to mend it. */
export function Needs() {
  const t = useTexts<typeof texts>('home');
  const needs = useNeeds();
  if (needs === undefined) return null;
  return (
    <Panel title={t('needs.title')} count={needs.length} {...(needs.length > 0 ? { tone: 'danger' as const } : {})}>
      {needs.length === 0 && <p className="muted">{t('needs.none')}</p>}
      <ul>
        {needs.map(({ key, family, icon, title, help, way }) => (
          <li key={key} className={classes.need}>
            <FamilyTile family={family} icon={iconPaths[icon]} size="sm" />
            <div className={classes.words}>
              <h3>{title}</h3>
              <p>{help}</p>
            </div>
            {way !== undefined && <WayButton way={way} name={`${way.label}: ${title}`} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function WayButton({ way: { to, label, stuckIn, handoffs }, name }: { way: Way; name: string }) {
  const look = { size: 'xs', variant: 'default', 'aria-label': name } as const;
  if (handoffs !== undefined) {
    return (
      <Button {...look} renderRoot={(root) => <Link to="/handoffs" search={handoffs} {...root} />}>
        {label}
      </Button>
    );
  }
  if (stuckIn === undefined) {
    return (
      <Button component={Link} to={to} {...look}>
        {label}
      </Button>
    );
  }
  return (
    <Button {...look} renderRoot={(root) => <Link to="/stuck" search={{ journey: stuckIn }} {...root} />}>
      {label}
    </Button>
  );
}

function useNeeds(): readonly Need[] | undefined {
  const { data } = useQuery(trpc.home.needs.queryOptions(undefined, { refetchInterval: 30_000 }));
  const broken = useBrokenDrafts();
  const words = useNeedWords();
  if (data === undefined) return undefined;
  return [
    ...words.barred(data),
    ...words.missing(data),
    ...words.stuck(data),
    ...words.overdue(data),
    ...words.unowned(data),
    ...words.publishAsked(data),
    ...words.unclearMails(data),
    ...words.unclearCalls(data),
    ...broken,
  ];
}

function useNeedWords() {
  const t = useTexts<typeof texts>('home');
  const text = useText();
  const formats = useFormats();
  const see = t('needs.see');
  const { role } = useSession().person;
  const overdueHelp = ({ owners, span }: { owners: string; span: string }) => {
    // A rep is told of their own alone, and knows who they are.
    if (role === 'sales-rep') return t('needs.overdueOwn', { span });
    return owners === '' ? t('needs.overdueNobody', { span }) : t('needs.overdueHelp', { owners, span });
  };
  const helps = rightOf(role) === 'all';
  const frees = helps || role === 'sales-manager';
  return {
    barred: ({ barredAt }: NeedsData): Need[] =>
      barredAt === null
        ? []
        : [
            {
              key: 'barred',
              family: 'message',
              icon: 'pause',
              title: t('needs.barred'),
              help: t('needs.barredHelp'),
              ...(helps ? { way: { to: '/operations', label: see } } : {}),
            },
          ],
    stuck: ({ stuck }: NeedsData): Need[] =>
      stuck.map(({ journey, name, count }) => ({
        key: `stuck ${journey}`,
        family: 'message',
        icon: 'alert',
        title: t('needs.stuck', { count }),
        help: t('needs.stuckHelp', { journey: name }),
        way: frees ? { to: '/stuck', stuckIn: journey, label: see } : { to: `/journeys/${journey}/leads`, label: see },
      })),
    overdue: ({ overdue }: NeedsData): Need[] => {
      if (overdue.count === 0) return [];
      const span = formats.span(overdue.overMs);
      const names = overdue.owners.map((name) => t('needs.person', { name: name.replaceAll(' ', '\u00a0') }));
      const others = overdue.otherOwners === 0 ? [] : [t('needs.others', { count: overdue.otherOwners })];
      const owners = [...names, ...others].join(' · ');
      const help = overdueHelp({ owners, span });
      const title = t('needs.overdue', { count: overdue.count });
      const way: Way = { to: '/handoffs', handoffs: { due: 'ever', answer: 'overdue' }, label: see };
      // Whose hand-offs those are is not for whoever sees numbers alone.
      const ways = role === 'viewer' ? {} : { way };
      return [{ key: 'overdue', family: 'sales', icon: 'handoff', title, help, ...ways }];
    },
    unowned: ({ unowned: { open, working } }: NeedsData): Need[] => {
      if (open + working === 0) return [];
      const view = open === 0 ? ({ view: 'working' } as const) : {};
      const way: Way = { to: '/handoffs', handoffs: { owner: 'nobody', ...view }, label: see };
      return [
        {
          key: 'unowned',
          family: 'sales',
          icon: 'users',
          title: t('needs.unowned', { count: open + working }),
          help: t('needs.unownedHelp', { open, working }),
          ...(role === 'viewer' ? {} : { way }),
        },
      ];
    },
    publishAsked: ({ publishAsked }: NeedsData): Need[] =>
      publishAsked.map(({ journey, name, by }) => ({
        key: `asked ${journey}`,
        family: 'trigger',
        icon: 'flag',
        title: t('needs.publishAsked', { journey: name }),
        help: t('needs.publishAskedHelp', { by: by.replaceAll(' ', '\u00a0') }),
        way: { to: `/journeys/${journey}`, label: t('needs.open') },
      })),
    unclearMails: ({ unclearMails: count }: NeedsData): Need[] =>
      count === 0
        ? []
        : [
            {
              key: 'unclear',
              family: 'message',
              icon: 'mail',
              title: t('needs.unclear', { count }),
              help: t('needs.unclearHelp'),
              way: { to: '/sends', label: see },
            },
          ],
    unclearCalls: ({ unclearCalls }: NeedsData): Need[] =>
      unclearCalls.map(({ type, title, count, error }) => ({
        key: `unclear ${type}`,
        family: 'message',
        icon: 'alert',
        title: t('needs.unclearCall', { title: text(title), count }),
        help: error === null ? t('needs.unclearCallHelp') : t('needs.unclearCallSaid', { error: text(error) }),
        way: { to: '/sends', label: see },
      })),
    missing: ({ missing }: NeedsData): Need[] =>
      missing.map(({ journey, name, types }) => ({
        key: `missing ${journey}`,
        family: 'decision',
        icon: 'bang',
        title: t('needs.missing', { types: types.join(' · ') }),
        help: t('needs.missingHelp', { journey: name }),
        way: { to: `/journeys/${journey}`, label: see },
      })),
  };
}

/** Live journeys whose draft has changed and cannot be published as it is. */
function useBrokenDrafts(): Need[] {
  const t = useTexts<typeof texts>('home');
  const { data } = useQuery(liveJourneysQuery);
  if (rightOf(useSession().person.role) !== 'all') return [];
  return (data?.rows ?? [])
    .filter(({ errors, draftDiffers }) => errors > 0 && draftDiffers)
    .map(({ id, name, errors }) => ({
      key: `errors ${id}`,
      family: 'decision',
      icon: 'bang',
      title: t('needs.errors', { count: errors }),
      help: t('needs.errorsHelp', { journey: name }),
      way: { to: `/journeys/${id}`, label: t('needs.mend') },
    }));
}
