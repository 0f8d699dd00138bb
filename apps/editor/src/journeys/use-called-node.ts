import { callNode } from '@sodate/journey/graph/call-node';
import type { GraphNode } from '@sodate/journey/graph/graph';
import { sameText } from '@sodate/journey/text';
import { useCallback } from 'react';
import { useText } from '../language/use-text.ts';
import { useDraft, useJourney } from './journey-context.ts';

/** How the lists of the editor call a node of the draft. */
export function useCalledNode(): (node: GraphNode) => string {
  const text = useText();
  const { types } = useJourney();
  const summaries = useDraft((state) => state.summaries);
  return useCallback(
    (node) =>
      text(callNode({ node, type: types.get(node.type)?.title ?? sameText(node.type), summary: summaries[node.id] })),
    [text, types, summaries],
  );
}
