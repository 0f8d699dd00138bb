import { notifications } from '@mantine/notifications';
import type { NodeId } from '@sodate/journey/id';
import { useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { wordKeys } from '../parts/word-keys.ts';
import { copyBranch } from './copied-branch.ts';
import type { texts } from './texts.ja.ts';

/** Copies nodes to the clipboard from a button or a menu, and says so; the keys have the browser's own way. */
export function useCopy(): (copied: { nodes: ReadonlySet<NodeId>; waysOut?: boolean }) => Promise<void> {
  const t = useTexts<typeof texts>('canvas');
  const { draft, canvas } = useJourney();
  return async ({ nodes, waysOut = false }) => {
    const branch = copyBranch({ graph: draft.getState().graph, nodes, waysOut });
    try {
      await navigator.clipboard.writeText(JSON.stringify(branch, undefined, 2));
      notifications.show({ message: t('copied', { count: branch.nodes.length }), color: 'ok' });
    } catch {
      // So that the keys copy the same.
      canvas.select([...nodes]);
      notifications.show({ message: t('copyByKeys', { count: nodes.size, keys: wordKeys('mod+C') }), color: 'warn' });
    }
  };
}
