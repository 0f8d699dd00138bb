import { commandBetween } from '@sodate/journey/edit/command-between';
import type { ListedTemplate } from '@sodate/services/journey/list-templates';
import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { showError } from '../server/show-error.ts';
import { server } from '../server/trpc.ts';

/** Makes the empty canvas a template as one step, with its settings; notes that lie there already stay. */
export function useTakeTemplate() {
  const { draft } = useJourney();
  const { fitView } = useReactFlow();
  const [taking, setTaking] = useState(false);
  const take = async (template: ListedTemplate['id']) => {
    setTaking(true);
    try {
      const to = await server.journeys.template.query({ template });
      const { graph } = draft.getState();
      draft.dispatch(commandBetween({ from: graph, to: { ...to, notes: { ...graph.notes, ...to.notes } } }));
      requestAnimationFrame(() => void fitView({ maxZoom: 1 }));
    } catch (error) {
      showError(error);
    } finally {
      setTaking(false);
    }
  };
  return { take, taking };
}
