import { isUuid } from '@sodate/journey/id';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';
import { readSentSearch, type SentSearch } from '../mails/sent-search.ts';
import { type ListSearch, readListSearch } from './list-search.ts';

export const leadListRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/leads',
  validateSearch: (search): ListSearch & { add?: true } => ({
    ...readListSearch(search),
    // A new lead is asked for at once.
    ...(search.add === true ? { add: true as const } : {}),
  }),
  component: lazyRouteComponent(() => import('./lead-list.tsx'), 'LeadList'),
});

export const leadRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/leads/$lead',
  validateSearch: (search): SentSearch & { handoff?: string } => ({
    ...readSentSearch(search),
    // The hand-off that it was opened from.
    ...(typeof search.handoff === 'string' && isUuid(search.handoff) ? { handoff: search.handoff } : {}),
  }),
  component: lazyRouteComponent(() => import('./lead-page.tsx'), 'LeadPage'),
});

export const leadRoutes = [leadListRoute, leadRoute] as const;
