import type { Role } from '@sodate/database/schema/user';
import type { texts } from './texts.ja.ts';

export interface Section {
  readonly to: string;
  readonly title: keyof typeof texts;
  /** What is set there, in the words one looks for it with. */
  readonly find: keyof typeof texts;
  /** Who sees it; everyone where absent. Admins see all. */
  readonly roles?: readonly Role[];
}

/** The parts of the settings, in order. An area that brings one adds its line here and its route to the router. */
export const sections: readonly Section[] = [
  { to: '/settings', title: 'own', find: 'find.own' },
  { to: '/settings/organisation', title: 'organisation', find: 'find.organisation', roles: ['marketer'] },
  { to: '/settings/tag', title: 'tag', find: 'find.tag', roles: ['marketer'] },
  { to: '/settings/fields', title: 'fields', find: 'find.fields', roles: ['marketer'] },
  { to: '/settings/test-leads', title: 'test-leads', find: 'find.test-leads', roles: ['marketer'] },
  { to: '/settings/calendars', title: 'calendars', find: 'find.calendars', roles: ['marketer', 'sales-manager'] },
  { to: '/settings/people', title: 'people', find: 'find.people', roles: [] },
  { to: '/settings/teams', title: 'teams', find: 'find.teams', roles: ['sales-manager'] },
];
