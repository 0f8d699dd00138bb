import type { Problem } from '@sodate/journey/validate/problem';

/** The form of a node that was just selected comes a frame or two later. */
const mostFrames = 30;

/** Scrolls the open inspector to the field or the exit that a problem is about; a problem of the whole node has none. */
export function revealPlace({ path, outcome }: Pick<Problem, 'path' | 'outcome'>): void {
  const key = path?.[0];
  if (outcome !== undefined) scrollOnceThere({ selector: `[data-exit="${CSS.escape(outcome)}"]`, frames: mostFrames });
  else if (key !== undefined) {
    scrollOnceThere({ selector: `[data-field="${CSS.escape(String(key))}"] > *`, frames: mostFrames });
  }
}

function scrollOnceThere({ selector, frames }: { selector: string; frames: number }): void {
  requestAnimationFrame(() => {
    const found = document.querySelector(`[data-inspector] ${selector}`);
    if (found === null && frames > 1) scrollOnceThere({ selector, frames: frames - 1 });
    found?.scrollIntoView({ block: 'center' });
  });
}
