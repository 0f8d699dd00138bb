import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';
import { requireSession } from '../frame/require-session.ts';
import { rootRoute } from '../frame/root-route.ts';
import { readSentSearch } from '../mails/sent-search.ts';

export const enrollmentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/enrollments/$enrollment',
  validateSearch: readSentSearch,
  component: lazyRouteComponent(() => import('./passage-page.tsx'), 'PassagePage'),
});

/** The canvas takes the whole window: it stands beside the frame. */
export const passageMapRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/enrollments/$enrollment/canvas',
    beforeLoad: requireSession,
    validateSearch: readSentSearch,
    component: lazyRouteComponent(() => import('./passage-map-page.tsx'), 'PassageMapPage'),
    errorComponent: lazyRouteComponent(() => import('../frame/screen-error.tsx'), 'ScreenError'),
  }),
] as const;

export const enrollmentRoutes = [enrollmentRoute] as const;
