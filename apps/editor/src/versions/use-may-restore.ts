import { useIsWide } from '../parts/use-is-wide.ts';
import { useSession } from '../server/use-session.ts';

/** Whether this person draws journeys here: a marketer on a screen wide enough to draw. The server decides the same. */
export function useMayRestore(): boolean {
  const { role } = useSession().person;
  const wide = useIsWide();
  return wide && (role === 'admin' || role === 'marketer');
}
