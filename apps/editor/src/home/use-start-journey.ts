import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';

/** Makes a journey, empty or from the template, and opens its canvas. */
export function useStartJourney() {
  const navigate = useNavigate();
  const create = useMutation(
    trpc.journeys.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.journeys.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.home.pathKey() }),
        ]);
        await navigate({ to: '/journeys/$journey', params: { journey: id } });
      },
    }),
  );
  return { start: create.mutate, starting: create.isPending };
}
