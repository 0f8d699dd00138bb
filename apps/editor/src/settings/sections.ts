import type { Role } from '@sodate/database/schema/user';
import type { texts } from './texts.ja.ts';

export interface Section {
  readonly to: string;
  readonly title: keyof typeof texts;
  /** Who sees it; everyone where absent. Admins see all. */
  readonly roles?: readonly Role[];
}

/** The parts of the settings, in order. An area that brings one adds its line here and its route to the router. */
export const sections: readonly Section[] = [
  { to: '/settings', title: 'own' },
  { to: '/settings/organisation', title: 'organisation', roles: ['marketer'] },
  { to: '/settings/tag', title: 'tag', roles: ['marketer'] },
  { to: '/settings/fields', title: 'fields', roles: ['marketer'] },
  { to: '/settings/test-leads', title: 'test-leads', roles: ['marketer'] },
  { to: '/settings/calendars', title: 'calendars', roles: ['marketer', 'sales-manager'] },
  { to: '/settings/people', title: 'people', roles: [] },
  { to: '/settings/teams', title: 'teams', roles: ['sales-manager'] },
];
