import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';

export const sendsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/sends',
    component: lazyRouteComponent(() => import('./unclear-sends.tsx'), 'UnclearSends'),
  }),
] as const;
