import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../frame/frame-route.ts';

export const mailsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/mails',
    component: lazyRouteComponent(() => import('./mail-list.tsx'), 'MailList'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/mails/$mailId',
    // Where the writer came from, and wants back to.
    validateSearch: ({ journey, node }): { journey?: string; node?: string } => ({
      ...(typeof journey === 'string' ? { journey } : {}),
      ...(typeof node === 'string' ? { node } : {}),
    }),
    component: lazyRouteComponent(() => import('./mail-page.tsx'), 'MailPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/mailbox',
    validateSearch: (search): { mail?: string } => (typeof search.mail === 'string' ? { mail: search.mail } : {}),
    component: lazyRouteComponent(() => import('./mailbox.tsx'), 'Mailbox'),
  }),
] as const;
