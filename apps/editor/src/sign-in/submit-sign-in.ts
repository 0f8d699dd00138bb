import type { Language } from '@sodate/journey/text';
import { queryClient } from '../server/query-client.ts';
import { server } from '../server/trpc.ts';
import { sessionQuery } from '../server/use-session.ts';

export type SignInAnswer = 'signed-in' | 'wrong' | 'tooMany' | 'offline';

/** Starts a session by address and password; where a language is given, the account has it from now on. Never throws. */
export async function submitSignIn({
  email,
  password,
  language,
}: {
  email: string;
  password: string;
  language?: Language | undefined;
}): Promise<SignInAnswer> {
  try {
    const answer = await fetch('/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (answer.status === 429) return 'tooMany';
    if (answer.status >= 500) return 'offline';
    if (!answer.ok) return 'wrong';
    // One that cannot be saved keeps nobody out.
    if (language !== undefined) await server.people.updateOwn.mutate({ language }).catch(() => undefined);
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    return 'signed-in';
  } catch {
    return 'offline';
  }
}
