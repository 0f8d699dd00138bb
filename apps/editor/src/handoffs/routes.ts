import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';
import { readSentSearch, type SentSearch } from '../mails/sent-search.ts';
import { type InboxSearch, readInboxSearch } from './inbox-search.ts';

export const handoffsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/handoffs',
  validateSearch: (search): InboxSearch & SentSearch => ({ ...readInboxSearch(search), ...readSentSearch(search) }),
  component: lazyRouteComponent(() => import('./inbox.tsx'), 'Inbox'),
});

/** The same screen with one brief open: list and brief stay mounted while one walks through them. */
export const handoffRoute = createRoute({ getParentRoute: () => handoffsRoute, path: '$handoff' });

export const handoffRoutes = [handoffsRoute.addChildren([handoffRoute])] as const;
