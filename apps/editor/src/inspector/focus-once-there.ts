/** The form of a node that was just selected comes a frame or two later; what it has not is not waited for longer. */
const mostFrames = 30;

/** Scrolls to a part of the open inspector as soon as it is drawn, and gives it the keyboard. */
export function focusOnceThere({
  find,
  otherwise,
  block,
  frames = mostFrames,
}: {
  find: () => HTMLElement | undefined;
  /** What is taken in its place where it does not come. */
  otherwise?: () => HTMLElement | undefined;
  block: ScrollLogicalPosition;
  frames?: number;
}): void {
  requestAnimationFrame(() => {
    const found = find() ?? (frames === 0 ? otherwise?.() : undefined);
    if (found === undefined && frames > 0)
      focusOnceThere({ find, block, frames: frames - 1, ...(otherwise && { otherwise }) });
    found?.scrollIntoView({ block });
    found?.focus({ preventScroll: true });
  });
}
