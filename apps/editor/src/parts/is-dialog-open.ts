/** A click on words in a dialog leaves the focus on the page, and the keys on what lies under it. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
