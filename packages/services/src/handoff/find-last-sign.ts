import type { TimelineEvent } from '../lead/read-timeline.ts';
import { findFormPages } from './find-form-pages.ts';

/** What a lead does of its own accord. */
export const signs: readonly TimelineEvent['name'][] = ['page-viewed', 'form-submitted', 'mail-clicked', 'custom'];

/** What the lead did last of its own accord; a page that only thanked for a form is not it, the form is. */
export function findLastSign(recent: readonly TimelineEvent[]): TimelineEvent | undefined {
  const ofForms = findFormPages(recent);
  return recent.find(
    ({ name, retracted, thing }) =>
      signs.includes(name) && !retracted && !(name === 'page-viewed' && ofForms.has(thing?.key ?? '')),
  );
}
