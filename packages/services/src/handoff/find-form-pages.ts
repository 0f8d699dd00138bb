import { parseInstant } from '@sodate/journey/time/instant';
import type { TimelineEvent } from '../lead/read-timeline.ts';

const thanksWithinMs = 60_000;

/**
 * The pages, by key, that a form stood on and those that thanked for it: they tell nothing beside the form. `recent` is
 * the history, the latest first; a page seen within a minute of sending is the one that thanked.
 */
export function findFormPages(recent: readonly TimelineEvent[]): ReadonlySet<string> {
  return new Set(
    recent.flatMap((form, place) => {
      if (form.name !== 'form-submitted') return [];
      const stoodOn = recent.slice(place).find(isPage);
      const next = recent.slice(0, place).findLast(isPage);
      const thanked = next !== undefined && timeOf(next) - timeOf(form) <= thanksWithinMs ? next : undefined;
      return [stoodOn, thanked].flatMap((page) => page?.thing?.key ?? []);
    }),
  );
}

function isPage({ name }: TimelineEvent): boolean {
  return name === 'page-viewed';
}

function timeOf({ at }: TimelineEvent): number {
  return parseInstant(at);
}
