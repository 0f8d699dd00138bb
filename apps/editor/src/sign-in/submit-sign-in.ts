import { queryClient } from '../server/query-client.ts';
import { sessionQuery } from '../server/use-session.ts';

export type SignInAnswer = 'signed-in' | 'wrong' | 'tooMany' | 'offline';

/** Starts a session by address and password. Never throws. */
export async function submitSignIn({ email, password }: { email: string; password: string }): Promise<SignInAnswer> {
  try {
    const answer = await fetch('/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (answer.status === 429) return 'tooMany';
    if (answer.status >= 500) return 'offline';
    if (!answer.ok) return 'wrong';
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    return 'signed-in';
  } catch {
    return 'offline';
  }
}
