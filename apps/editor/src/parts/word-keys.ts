const isMac = navigator.platform.startsWith('Mac');
const macNames: Readonly<Record<string, string>> = { mod: '⌘', Alt: '⌥', Shift: '⇧', Delete: '⌫' };

/** Keys as they are written on this machine: "mod+K" is "Ctrl+K", and "⌘K" on a Mac. */
export function wordKeys(keys: string): string {
  if (!isMac) return keys.replace('mod', 'Ctrl');
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return parts.map((key) => macNames[key] ?? key).join('');
}
