import { useSession } from '../server/use-session.ts';

/** Whether this person edits leads; the server decides the same. */
export function useMayEdit(): boolean {
  const { role } = useSession().person;
  return role === 'admin' || role === 'marketer' || role === 'sales-manager';
}
