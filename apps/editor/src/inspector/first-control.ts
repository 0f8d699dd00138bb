const controls =
  ':is(input:not([type="hidden"]), textarea, select, button:not([data-arranges] *), [contenteditable="true"]):not(:disabled)';

/** Where the keyboard begins in a part of a form: at what is marked as wrong, else at the first control it can reach. */
export function firstControl(part: Element): HTMLElement | undefined {
  const found = [...part.querySelectorAll<HTMLElement>(controls)];
  const wrong = found.find((control) => control.getAttribute('aria-invalid') === 'true');
  return wrong ?? found.find((control) => !control.matches('[type="radio"]:not(:checked)')) ?? found[0];
}
