import type { Role } from '@sodate/database/schema/user';
import type { IconName } from '../parts/icon.tsx';
import type { texts } from './texts.ja.ts';

export interface Destination {
  readonly to: string;
  readonly icon: IconName;
  readonly title: keyof typeof texts;
  /** Beginnings of addresses that do not begin like its own, of pages that one comes to from it. */
  readonly holds?: readonly string[];
  /** Who sees it; everyone where absent. Admins see all. */
  readonly roles?: readonly Role[];
}

/** The entries of the main navigation, in order. An area adds its line here when its first screen is there. */
export const destinations: readonly Destination[] = [
  { to: '/', icon: 'home', title: 'home', holds: ['/sends', '/stuck'] },
  {
    to: '/journeys',
    icon: 'journey',
    title: 'journeys',
    holds: ['/enrollments'],
    roles: ['marketer', 'sales-manager', 'viewer'],
  },
  { to: '/leads', icon: 'users', title: 'leads' },
  { to: '/handoffs', icon: 'inbox', title: 'handoffs', roles: ['marketer', 'sales-manager', 'sales-rep'] },
  {
    to: '/mails',
    icon: 'mail',
    title: 'mails',
    holds: ['/mailbox'],
    roles: ['marketer', 'sales-manager', 'viewer'],
  },
  { to: '/scores', icon: 'gauge', title: 'scores' },
];

export const footDestinations: readonly Destination[] = [
  { to: '/operations', icon: 'chart', title: 'operations', roles: ['marketer'] },
  { to: '/settings', icon: 'settings', title: 'settings' },
];

export function isFor({ destination, role }: { destination: Pick<Destination, 'roles'>; role: Role }): boolean {
  return role === 'admin' || destination.roles === undefined || destination.roles.includes(role);
}

/** Whether the page at this path is a destination's, or below it. */
export function isWithin({
  destination: { to, holds = [] },
  path,
}: {
  destination: Destination;
  path: string;
}): boolean {
  const beginnings = to === '/' ? holds : [to, ...holds];
  return path === to || beginnings.some((beginning) => path === beginning || path.startsWith(`${beginning}/`));
}
