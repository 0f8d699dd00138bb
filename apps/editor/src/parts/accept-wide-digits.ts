const wide = /[０-９－．，]/g;

/** ６０ as 60: a Japanese keyboard writes digits as wide as its letters, and a field for numbers would drop them. */
export function toPlainDigits(typed: string): string {
  return typed.replaceAll(wide, (one) => one.normalize('NFKC'));
}

/**
 * From now on fields for numbers take wide digits. What an input method has in hand is left alone, as such a field would
 * empty itself under it, and is read once it is let go.
 */
export function acceptWideDigits(): void {
  const early = { capture: true };
  document.addEventListener(
    'input',
    (event) => {
      const field = numberField(event.target);
      if (field === undefined) return;
      if (event instanceof InputEvent && event.isComposing) event.stopImmediatePropagation();
      else makePlain(field);
    },
    early,
  );
  document.addEventListener(
    'compositionend',
    ({ target }) => numberField(target)?.dispatchEvent(new InputEvent('input', { bubbles: true })),
    early,
  );
}

function numberField(target: EventTarget | null): HTMLInputElement | undefined {
  return target instanceof HTMLInputElement && /^(numeric|decimal)$/.test(target.inputMode) ? target : undefined;
}

function makePlain(field: HTMLInputElement): void {
  const plain = toPlainDigits(field.value);
  if (plain === field.value) return;
  const caret = field.selectionStart;
  // React looks for changes by a setter of its own on each field, and must not take this for what it has written itself.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, plain);
  field.setSelectionRange(caret, caret);
}
