import type { NodeId } from '@sodate/journey/id';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useShowNode } from '../canvas/use-show-node.ts';
import { useJourney } from './journey-context.ts';
import { takeLeft } from './left-at.ts';

/** Selects the node that the address names, or that Back leads to, and opens its settings, where one left off to write its mail, its comments, or what came of it. */
export function ReturnToNode() {
  const { journey, canvas, draft } = useJourney();
  const navigate = useNavigate();
  const show = useShowNode();
  const { node, comments = false, results = false } = useSearch({ from: '/journeys/$journey' });
  useEffect(() => {
    const wanted = (node as NodeId | undefined) ?? takeLeft();
    // Taken out of the address: loading it again later must not go back there.
    if (node !== undefined) void navigate({ to: '/journeys/$journey', params: { journey }, search: {}, replace: true });
    if (wanted === undefined || draft.getState().graph.nodes[wanted] === undefined) return;
    show(wanted);
    const asked = comments ? 'comments' : 'settings';
    canvas.openPanel({ kind: 'node', tab: results ? 'results' : asked });
  }, [node, comments, results, journey, canvas, draft, navigate, show]);
  return null;
}
