import { notifications } from '@mantine/notifications';
import { commandBetween } from '@sodate/journey/edit/command-between';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { wordKeys } from '../parts/word-keys.ts';
import { showError } from '../server/show-error.ts';
import { server } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** Brings the draft back to the version that the address asks for, as one step that can be undone. */
export function RestoreVersion() {
  const t = useTexts<typeof texts>('versions');
  const { journey, draft } = useJourney();
  const navigate = useNavigate();
  const { restore } = useSearch({ from: '/journeys/$journey' });
  useEffect(() => {
    if (restore === undefined) return;
    let wanted = true;
    server.versions.graph
      .query({ journey, number: restore })
      .then((graph) => {
        if (!wanted) return;
        // Taken out of the address first: coming back to it must not restore again.
        void navigate({ to: '/journeys/$journey', params: { journey }, search: {}, replace: true });
        const command = commandBetween({ from: draft.getState().graph, to: graph });
        const differs = command.kind !== 'batch' || command.commands.length > 0;
        if (differs) draft.dispatch(command);
        const message = t(differs ? 'restored' : 'restoredNothing', {
          number: String(restore),
          keys: wordKeys('mod+Z'),
        });
        notifications.show({ id: 'restored', message, color: 'ok', autoClose: 8_000 });
      })
      .catch(showError);
    return () => {
      wanted = false;
    };
  }, [restore, journey, draft, navigate, t]);
  return null;
}
