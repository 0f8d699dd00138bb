import { type RefObject, useEffect, useRef } from 'react';

/** Where somebody types on keys: on a phone the keyboard would come up unasked, over half of the page. */
const hasKeys = '(hover: hover) and (pointer: fine)';

/** The field that a page begins with: it has the keyboard on arrival, unless a person has gone elsewhere already. */
export function useFirstField(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    if (window.matchMedia(hasKeys).matches) field.current?.focus();
  }, []);
  return field;
}
