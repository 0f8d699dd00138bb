import type { Role } from '@sodate/database/schema/user';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from './settings-route.ts';

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./own-settings.tsx'), 'OwnSettings'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/organisation',
    component: lazyRouteComponent(() => import('./organisation-settings.tsx'), 'OrganisationSettings'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/tag',
    component: lazyRouteComponent(() => import('./tag-settings.tsx'), 'TagSettings'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/test-leads',
    component: lazyRouteComponent(() => import('./test-lead-settings.tsx'), 'TestLeadSettings'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/fields',
    component: lazyRouteComponent(() => import('./field-settings.tsx'), 'FieldSettings'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/people',
    validateSearch: readPeopleSearch,
    component: lazyRouteComponent(() => import('./people-settings.tsx'), 'PeopleSettings'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/teams',
    component: lazyRouteComponent(() => import('./team-settings.tsx'), 'TeamSettings'),
  }),
] as const;

/** `invite` opens the invitation, with a role chosen where it names one; `person`: whose settings are open. */
function readPeopleSearch({ invite, person }: Record<string, unknown>): { invite?: Role | true; person?: string } {
  return {
    ...(invite === 'sales-rep' || invite === 'sales-manager' || invite === true ? { invite } : {}),
    ...(typeof person === 'string' ? { person } : {}),
  };
}
