import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, isWorthRetrying } from './read-error.ts';
import { showError } from './show-error.ts';

/** Every failed request says why in a toast; mark `meta: { silent: true }` where the screen says it itself. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (isSignedOut(error)) goToSignIn();
      else if (query.meta?.silent !== true) showError(error);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, ...[, , mutation]) => {
      if (isSignedOut(error)) goToSignIn();
      else if (mutation.meta?.silent !== true) showError(error);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 3 && isWorthRetrying(error),
      refetchOnWindowFocus: true,
    },
    // Offline, one fails at once and says so: it is not sent later, when the person has gone on to something else.
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** The session has ended: signed out elsewhere, deactivated, over. After signing in the person is back here. */
function goToSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
