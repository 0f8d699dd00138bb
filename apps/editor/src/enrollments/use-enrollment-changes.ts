import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../server/trpc.ts';

/** What a person does to one passage; every list that names it is read again. */
export function useEnrollmentChanges() {
  const queries = useQueryClient();
  const options = {
    onSettled: () =>
      Promise.all([trpc.enrollments, trpc.home].map((router) => queries.invalidateQueries(router.pathFilter()))),
  };
  return {
    retry: useMutation(trpc.enrollments.retry.mutationOptions(options)),
    skip: useMutation(trpc.enrollments.skip.mutationOptions(options)),
    move: useMutation(trpc.enrollments.move.mutationOptions(options)),
    remove: useMutation(trpc.enrollments.remove.mutationOptions(options)),
    forward: useMutation(trpc.enrollments.fastForward.mutationOptions(options)),
  };
}
