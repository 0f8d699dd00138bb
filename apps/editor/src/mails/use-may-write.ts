import { useSession } from '../server/use-session.ts';

/** Whether the person writes mails; others read them. */
export function useMayWrite(): boolean {
  const { role } = useSession().person;
  return role === 'admin' || role === 'marketer';
}
