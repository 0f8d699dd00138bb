import { queryClient } from '../server/query-client.ts';

/** Ends the session and forgets everything that was loaded or written in it. */
export async function signOut(): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  queryClient.clear();
  sessionStorage.clear();
  window.location.assign('/sign-in');
}
