import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { isTypingTarget } from '../parts/is-typing-target.ts';
import { canvasMiddle } from './canvas-middle.ts';
import { copyBranch, readCopiedBranch } from './copied-branch.ts';
import { hangBranch } from './hang-branch.ts';
import { pasteBranch } from './paste-branch.ts';
import { selectedNodes } from './selected-nodes.ts';
import { usePointer } from './use-pointer.ts';

/** Copy, cut and paste of nodes as plain JSON, by the browser's own clipboard. A paste goes to the pointer; one step of undo. */
export function useClipboard({ draws }: { draws: boolean }): void {
  const { draft, canvas, right } = useJourney();
  const { screenToFlowPosition } = useReactFlow();
  const pointer = usePointer();
  useEffect(() => {
    const chosen = () => selectedNodes({ ...draft.getState(), ...canvas.getState() });
    const copy = (event: ClipboardEvent): boolean => {
      const { selected } = canvas.getState();
      const text = document.getSelection()?.toString() ?? '';
      if (isTypingTarget(event.target) || text !== '' || selected.size === 0) return false;
      const branch = copyBranch({ graph: draft.getState().graph, nodes: chosen() });
      event.clipboardData?.setData('text/plain', JSON.stringify(branch, undefined, 2));
      event.preventDefault();
      return true;
    };
    const cut = (event: ClipboardEvent) => {
      const nodes = [...chosen()];
      if (draws && copy(event)) draft.dispatch({ kind: 'remove-nodes', nodes, heal: right === 'all' });
    };
    const paste = (event: ClipboardEvent) => {
      if (!draws || right !== 'all' || isTypingTarget(event.target)) return;
      const branch = readCopiedBranch(event.clipboardData?.getData('text/plain') ?? '');
      if (branch === undefined) return;
      event.preventDefault();
      const point = screenToFlowPosition(pointer() ?? canvasMiddle());
      pasteBranch({ draft, canvas, branch, at: hangBranch({ branch: branch.nodes, point }) });
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [draft, canvas, right, draws, screenToFlowPosition, pointer]);
}
