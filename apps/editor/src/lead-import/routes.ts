import { isUuid } from '@sodate/journey/id';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';

export const leadImportRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/leads/import',
  validateSearch: ({ id }: Record<string, unknown>): { id?: string } =>
    typeof id === 'string' && isUuid(id) ? { id } : {},
  component: lazyRouteComponent(() => import('./lead-import.tsx'), 'LeadImport'),
});

export const leadImportRoutes = [leadImportRoute] as const;
