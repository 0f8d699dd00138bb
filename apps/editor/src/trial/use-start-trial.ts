import { useNavigate } from '@tanstack/react-router';
import { useJourney } from '../journeys/journey-context.ts';

/** Opens the trial once the server has what was just drawn. */
export function useStartTrial(): () => void {
  const { journey, draft } = useJourney();
  const navigate = useNavigate();
  return () => void draft.flush().then(() => navigate({ to: '/journeys/$journey/trial', params: { journey } }));
}
