import { commandBetween } from '@sodate/journey/edit/command-between';
import type { ListedTemplate } from '@sodate/services/journey/list-templates';
import { useState } from 'react';
import { useShowWhole } from '../canvas/use-show-whole.ts';
import { useJourney } from '../journeys/journey-context.ts';
import { showError } from '../server/show-error.ts';
import { server } from '../server/trpc.ts';

/** Makes the empty canvas a template as one step, with its settings; notes that lie there already stay. */
export function useTakeTemplate() {
  const { draft } = useJourney();
  const showWhole = useShowWhole();
  const [taking, setTaking] = useState(false);
  const take = async (template: ListedTemplate['id']) => {
    setTaking(true);
    try {
      const to = await server.journeys.template.query({ template });
      const { graph } = draft.getState();
      draft.dispatch(commandBetween({ from: graph, to: { ...to, notes: { ...graph.notes, ...to.notes } } }));
      requestAnimationFrame(() => showWhole());
    } catch (error) {
      showError(error);
    } finally {
      setTaking(false);
    }
  };
  return { take, taking };
}
