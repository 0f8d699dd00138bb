import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '../settings/settings-route.ts';

/** Children of the settings. */
export const calendarRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/calendars',
    component: lazyRouteComponent(() => import('./calendars.tsx'), 'Calendars'),
  }),
] as const;
