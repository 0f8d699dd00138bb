import { callNode } from '@sodate/journey/graph/call-node';
import type { NodeId } from '@sodate/journey/id';
import { sameText } from '@sodate/journey/text';
import type { Trial } from '@sodate/services/journey/read-trial';
import { useCallback } from 'react';
import { useText } from '../language/use-text.ts';
import { useNodeTypes } from '../reading/use-node-types.ts';

/** Names a node of the trial so that it is told apart from others of its type. */
export function useTitleOf({ graph, summaries }: Pick<Trial, 'graph' | 'summaries'>): (id: NodeId) => string {
  const text = useText();
  const types = useNodeTypes();
  return useCallback(
    (id) => {
      const node = graph.nodes[id];
      if (node === undefined) return id;
      const type = types.get(node.type)?.title ?? sameText(node.type);
      return text(callNode({ node, type, summary: summaries[id] }));
    },
    [graph, summaries, types, text],
  );
}
