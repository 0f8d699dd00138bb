import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { switchLanguage } from '../language/language.ts';
import { queryClient } from '../server/query-client.ts';
import { sessionQuery } from '../server/use-session.ts';
import { rootRoute } from './root-route.ts';

/** Everything that needs somebody signed in: navigation around it, and the way to sign-in or set-up where nobody is. */
export const frameRoute = createRoute({
  id: 'frame',
  getParentRoute: () => rootRoute,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session.kind === 'not-set-up') throw redirect({ to: '/set-up' });
    if (session.kind === 'signed-out') throw redirect({ to: '/sign-in', search: { next: location.href } });
    await switchLanguage(session.person.language);
  },
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
  errorComponent: lazyRouteComponent(() => import('./screen-error.tsx'), 'ScreenError'),
});
