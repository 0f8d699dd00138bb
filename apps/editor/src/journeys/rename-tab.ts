const key = 'sodate-tab';
const mostKept = 20;

/** Notes what a tab is called from now on, and gives what it was called before, the latest first; nothing where nothing can be kept. */
export function renameTab({
  clientId,
  storage,
}: {
  clientId: string;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
}): readonly string[] {
  try {
    const former = (storage.getItem(key) ?? '').split(' ').filter(Boolean);
    storage.setItem(key, [clientId, ...former].slice(0, mostKept).join(' '));
    return former;
  } catch {
    // Storage may be forbidden or full.
    return [];
  }
}
