import { redirect } from '@tanstack/react-router';
import { switchLanguage } from '../language/language.ts';
import { queryClient } from '../server/query-client.ts';
import { sessionQuery } from '../server/use-session.ts';

/** For routes that need somebody signed in: leads to sign-in or set-up where nobody is, else speaks their language. */
export async function requireSession({ location }: { location: { readonly href: string } }): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (session.kind === 'not-set-up') throw redirect({ to: '/set-up' });
  if (session.kind === 'signed-out') throw redirect({ to: '/sign-in', search: { next: location.href } });
  await switchLanguage(session.person.language);
}
