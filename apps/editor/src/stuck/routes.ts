import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';

export interface StuckSearch {
  readonly journey?: string;
  readonly node?: string;
  readonly error?: string;
}

export const stuckRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/stuck',
    validateSearch: (search): StuckSearch => ({
      ...(typeof search.journey === 'string' ? { journey: search.journey } : {}),
      ...(typeof search.node === 'string' ? { node: search.node } : {}),
      ...(typeof search.error === 'string' && /^[0-9a-f]{32}$/.test(search.error) ? { error: search.error } : {}),
    }),
    component: lazyRouteComponent(() => import('./stuck-page.tsx'), 'StuckPage'),
  }),
] as const;
