import { createRootRoute, lazyRouteComponent } from '@tanstack/react-router';

export const rootRoute = createRootRoute({
  notFoundComponent: lazyRouteComponent(() => import('./not-found.tsx'), 'NotFound'),
  errorComponent: lazyRouteComponent(() => import('./screen-error.tsx'), 'ScreenError'),
});
