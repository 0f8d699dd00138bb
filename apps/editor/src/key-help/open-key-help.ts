import { createStore } from 'zustand';

/** Whether the list of keys is to be seen. */
export const keyHelp = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openKeyHelp(): void {
  keyHelp.setState({ isOpen: true });
}

export function closeKeyHelp(): void {
  keyHelp.setState({ isOpen: false });
}
