import type { Command } from '@sodate/journey/edit/command';
import type { Graph } from '@sodate/journey/graph/graph';
import type { Json } from '@sodate/journey/json';
import type { ListedTemplate } from '@sodate/services/journey/list-templates';
import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { showError } from '../server/show-error.ts';
import { server } from '../server/trpc.ts';

/** Puts a template onto the empty canvas as one step, with its note and its settings. */
export function useTakeTemplate() {
  const { draft } = useJourney();
  const { fitView } = useReactFlow();
  const [taking, setTaking] = useState(false);
  const take = async (template: ListedTemplate['id']) => {
    setTaking(true);
    try {
      draft.dispatch(commandOf(await server.journeys.template.query({ template })));
      requestAnimationFrame(() => void fitView({ maxZoom: 1 }));
    } catch (error) {
      showError(error);
    } finally {
      setTaking(false);
    }
  };
  return { take, taking };
}

/** The ids are kept: nothing is drawn yet, and nodes name each other by them. */
function commandOf({ nodes, edges, notes, settings }: Graph): Command {
  const ends = Object.values(edges).map(({ from, outcome, to }) => ({ from, outcome, to }));
  return {
    kind: 'batch',
    commands: [
      { kind: 'paste', nodes: Object.values(nodes), edges: ends },
      ...Object.values(notes).map((note) => ({ kind: 'put-note' as const, note })),
      ...Object.entries(settings).map(([key, value]) => ({
        kind: 'set-setting' as const,
        path: [key],
        value: value as Json,
      })),
    ],
  };
}
