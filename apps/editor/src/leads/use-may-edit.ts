import { useSession } from '../server/use-session.ts';

/** Whether this person adds leads and records what they say; the server decides the same. */
export function useMayAdd(): boolean {
  return useSession().person.role !== 'viewer';
}

/** Whether this person edits any lead, whole; a rep corrects those of their own (`reach`). The server decides the same. */
export function useMayEdit(): boolean {
  const { role } = useSession().person;
  return role === 'admin' || role === 'marketer' || role === 'sales-manager';
}
