import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useJourney } from '../journeys/journey-context.ts';
import { useJourneyHead } from '../journeys/use-journey-head.ts';
import { usePublish } from './use-publish.ts';

/** Opens what publishing would do where the address asks for it: the way from a mail that was rewritten. */
export function OpenPublishing() {
  const { journey } = useJourney();
  const navigate = useNavigate();
  const { publish } = useSearch({ from: '/journeys/$journey' });
  const { can, open } = usePublish({ head: useJourneyHead({ journey }) });
  useEffect(() => {
    // Where there seems to be nothing to publish, the head is read again soon, and may know better.
    if (publish === undefined || !can) return;
    void navigate({ to: '/journeys/$journey', params: { journey }, search: {}, replace: true });
    open();
  }, [publish, can, open, journey, navigate]);
  return null;
}
