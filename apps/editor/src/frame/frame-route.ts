import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSession } from './require-session.ts';
import { rootRoute } from './root-route.ts';

/** Everything that needs somebody signed in: navigation around it, and the way to sign-in or set-up where nobody is. */
export const frameRoute = createRoute({
  id: 'frame',
  getParentRoute: () => rootRoute,
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
  errorComponent: lazyRouteComponent(() => import('./screen-error.tsx'), 'ScreenError'),
});
