import type { Problem } from '@sodate/journey/validate/problem';
import { findPlace } from './find-place.ts';
import { firstControl } from './first-control.ts';
import { focusOnceThere } from './focus-once-there.ts';

type Place = Pick<Problem, 'path' | 'outcome'>;

/** Brings the keyboard to what a problem is about in the open inspector; a problem of the whole node has its note alone. */
export function focusPlace(place: Place): void {
  const isOfWhole = place.path === undefined && place.outcome === undefined;
  focusOnceThere({ find: () => (isOfWhole ? findNote() : find(place)), otherwise: findNote, block: 'center' });
}

function find(place: Place): HTMLElement | undefined {
  const inspector = document.querySelector('[data-inspector]');
  const part = inspector === null ? undefined : findPlace({ inspector, place });
  if (part === undefined) return undefined;
  return firstControl(part) ?? findReadable(part);
}

/** Where nothing can be changed, on a phone or without the right, the field is read instead. */
function findReadable(part: Element): HTMLElement | undefined {
  const [readable] = part.getClientRects().length > 0 ? [part] : part.children;
  if (!(readable instanceof HTMLElement)) return undefined;
  readable.tabIndex = -1;
  return readable;
}

function findNote(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>('[data-inspector] [data-problem-note]') ?? undefined;
}
