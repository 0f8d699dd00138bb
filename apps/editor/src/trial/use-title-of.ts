import type { NodeId } from '@sodate/journey/id';
import { useCallback } from 'react';
import { useText } from '../language/use-text.ts';
import { useNodeTypes } from '../reading/use-node-types.ts';
import type { RunnableTrial } from './trial-page.tsx';

/** Names a node of the trial as its card does. */
export function useTitleOf({ graph }: RunnableTrial): (id: NodeId) => string {
  const text = useText();
  const types = useNodeTypes();
  return useCallback(
    (id) => {
      const node = graph.nodes[id];
      const type = types.get(node?.type ?? '');
      return node?.title ?? (type === undefined ? id : text(type.title));
    },
    [graph, types, text],
  );
}
