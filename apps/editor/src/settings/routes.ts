import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('./settings.tsx'), 'Settings'),
  }),
] as const;
