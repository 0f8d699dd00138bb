import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';

export const operationsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/operations',
    component: lazyRouteComponent(() => import('./operations-page.tsx'), 'OperationsPage'),
  }),
] as const;
