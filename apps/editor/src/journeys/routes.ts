import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';
import { requireSession } from '../frame/require-session.ts';
import { rootRoute } from '../frame/root-route.ts';

export const journeyRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/journeys',
    validateSearch: readCreate,
    component: lazyRouteComponent(() => import('./journey-list.tsx'), 'JourneyList'),
  }),
] as const;

/** `?create=true`: a new journey is asked for at once. */
function readCreate({ create }: Record<string, unknown>): { create?: true } {
  return create === true ? { create } : {};
}

/** `?restore=3`: the version that the draft is to be brought back to, once the canvas is there. */
function readRestore({ restore }: Record<string, unknown>): { restore?: number } {
  return typeof restore === 'number' && Number.isInteger(restore) && restore > 0 ? { restore } : {};
}

/** `?node=n_1`: the node that one comes back to, once the canvas is there; `&comments=true`: to what is said about it; `&results=true`: to what came of it. */
function readNode({ node, comments, results }: Record<string, unknown>): {
  node?: string;
  comments?: true;
  results?: true;
} {
  if (typeof node !== 'string') return {};
  return { node, ...(comments === true ? { comments } : {}), ...(results === true ? { results } : {}) };
}

/** `?publish=true`: what publishing would do is asked for at once. */
function readPublish({ publish }: Record<string, unknown>): { publish?: true } {
  return publish === true ? { publish } : {};
}

/** The editor takes the whole window: it stands beside the frame. */
export const journeyScreenRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/journeys/$journey',
    validateSearch: (search: Record<string, unknown>) => ({
      ...readRestore(search),
      ...readNode(search),
      ...readPublish(search),
    }),
    beforeLoad: requireSession,
    component: lazyRouteComponent(() => import('./journey-screen.tsx'), 'JourneyScreen'),
    errorComponent: lazyRouteComponent(() => import('../frame/screen-error.tsx'), 'ScreenError'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/journeys/$journey/trial',
    beforeLoad: requireSession,
    component: lazyRouteComponent(() => import('../trial/trial-page.tsx'), 'TrialPage'),
    errorComponent: lazyRouteComponent(() => import('../frame/screen-error.tsx'), 'ScreenError'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/journeys/$journey/versions',
    validateSearch: ({ after }: { readonly after?: unknown }): { readonly after?: 'draft' } =>
      after === 'draft' ? { after } : {},
    beforeLoad: requireSession,
    component: lazyRouteComponent(() => import('../versions/versions-page.tsx'), 'VersionsPage'),
    errorComponent: lazyRouteComponent(() => import('../frame/screen-error.tsx'), 'ScreenError'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/journeys/$journey/leads',
    beforeLoad: requireSession,
    component: lazyRouteComponent(() => import('./journey-leads.tsx'), 'JourneyLeads'),
    errorComponent: lazyRouteComponent(() => import('../frame/screen-error.tsx'), 'ScreenError'),
  }),
] as const;
