import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';

export const enrollmentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/enrollments/$enrollment',
  component: lazyRouteComponent(() => import('./passage-page.tsx'), 'PassagePage'),
});

export const enrollmentRoutes = [enrollmentRoute] as const;
