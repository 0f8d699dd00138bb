import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./home.tsx'), 'Home'),
  }),
] as const;
