import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { calendarRoutes } from './calendars/routes.ts';
import { enrollmentRoutes, passageMapRoutes } from './enrollments/routes.ts';
import { frameRoute } from './frame/frame-route.ts';
import { rootRoute } from './frame/root-route.ts';
import { handoffRoutes } from './handoffs/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { journeyRoutes, journeyScreenRoutes } from './journeys/routes.ts';
import { leadImportRoutes } from './lead-import/routes.ts';
import { leadRoutes } from './leads/routes.ts';
import { mailsRoutes } from './mails/routes.ts';
import { operationsRoutes } from './operations/routes.ts';
import { PendingScreen } from './parts/pending-screen.tsx';
import { peopleRoutes } from './people/routes.ts';
import { scoreRoutes } from './scores/routes.ts';
import { sendsRoutes } from './sends/routes.ts';
import { setUpRoutes } from './set-up/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { settingsRoute } from './settings/settings-route.ts';
import { shareRoutes } from './share/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { stuckRoutes } from './stuck/routes.ts';

/** Every area brings its routes in one line: inside the frame (navigation, signed in), or beside it. */
const routeTree = rootRoute.addChildren([
  ...signInRoutes,
  ...setUpRoutes,
  ...peopleRoutes,
  ...journeyScreenRoutes,
  ...passageMapRoutes,
  ...shareRoutes,
  frameRoute.addChildren([
    ...homeRoutes,
    ...sendsRoutes,
    ...stuckRoutes,
    ...operationsRoutes,
    ...leadImportRoutes,
    ...leadRoutes,
    ...handoffRoutes,
    ...enrollmentRoutes,
    ...scoreRoutes,
    ...journeyRoutes,
    ...mailsRoutes,
    settingsRoute.addChildren([...settingsRoutes, ...calendarRoutes]),
  ]),
]);

export type Router = ReturnType<typeof makeRouter>;

/** In the browser's own history, where none is given. */
export function makeRouter({ history }: { history?: RouterHistory } = {}) {
  return createRouter({
    routeTree,
    ...(history === undefined ? {} : { history }),
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PendingScreen,
    defaultPendingMs: 400,
    defaultPendingMinMs: 0,
    // Drawn on the server, a page would bring an inline script for it, which we allow none.
    scrollRestoration: history === undefined,
    // The frame's content scrolls, not the window: a page begins at its top, and going back finds its place.
    scrollToTopSelectors: ['#content'],
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: Router;
  }
}
