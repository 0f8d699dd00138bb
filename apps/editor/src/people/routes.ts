import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../frame/root-route.ts';

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/choose-password',
    component: lazyRouteComponent(() => import('./choose-password.tsx'), 'ChoosePassword'),
    validateSearch: (search): { token?: string } => (typeof search.token === 'string' ? { token: search.token } : {}),
  }),
] as const;
