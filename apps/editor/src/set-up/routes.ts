import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../frame/root-route.ts';

export const setUpRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/set-up',
    component: lazyRouteComponent(() => import('./set-up.tsx'), 'SetUp'),
    validateSearch: (search): { token?: string } => (typeof search.token === 'string' ? { token: search.token } : {}),
  }),
] as const;
