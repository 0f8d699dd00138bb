import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';

export const scoreRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/scores',
    component: lazyRouteComponent(() => import('./scores.tsx'), 'Scores'),
  }),
] as const;
