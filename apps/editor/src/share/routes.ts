import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSession } from '../frame/require-session.ts';
import { rootRoute } from '../frame/root-route.ts';

const errorComponent = lazyRouteComponent(() => import('../frame/screen-error.tsx'), 'ScreenError');

/** `?side=3`: a version by its number; `draft`: the draft. Left out: what is published, else the draft. */
function readSide({ side }: Record<string, unknown>): { side?: number | 'draft' } {
  if (side === 'draft') return { side };
  return typeof side === 'number' && Number.isInteger(side) && side > 0 ? { side } : {};
}

/** A journey read without the editor: by a link that needs no sign-in, and as a document. */
export const shareRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/share/$token',
    component: lazyRouteComponent(() => import('./share-page.tsx'), 'SharePage'),
    errorComponent,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/share/$token/document',
    component: lazyRouteComponent(() => import('./shared-document.tsx'), 'SharedDocument'),
    errorComponent,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/journeys/$journey/document',
    validateSearch: readSide,
    beforeLoad: requireSession,
    component: lazyRouteComponent(() => import('./document-page.tsx'), 'DocumentPage'),
    errorComponent,
  }),
] as const;
