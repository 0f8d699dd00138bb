const withoutText = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** True where Ctrl+Z takes back typing, or belongs to a dialog or menu, and not to what is drawn. */
export function hasOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return true;
  // A list to choose from shows its choice in a field that nobody types into; or that is typed into while it is open.
  if (target.getAttribute('aria-haspopup') === 'listbox' && target.getAttribute('aria-expanded') !== 'true')
    return false;
  return target instanceof HTMLInputElement && !target.readOnly && !withoutText.includes(target.type);
}
