import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../frame/root-route.ts';

export const signInRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./sign-in.tsx'), 'SignIn'),
    validateSearch: (search): { next?: string; link?: 'over' | 'elsewhere' } => ({
      // Only a path of our own: the address bar is anybody's to write.
      ...(typeof search.next === 'string' && /^\/(?!\/)/.test(search.next) ? { next: search.next } : {}),
      ...(search.link === 'over' || search.link === 'elsewhere' ? { link: search.link } : {}),
    }),
  }),
] as const;
