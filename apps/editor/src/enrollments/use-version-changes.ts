import { useQuery } from '@tanstack/react-query';
import { trpc } from '../server/trpc.ts';
import type { VersionChange } from './passage-types.ts';

const none: readonly VersionChange[] = [];

/** When the lead came under another version than the one it entered by. */
export function useVersionChanges({ enrollment }: { enrollment: string }): readonly VersionChange[] {
  const { data = none } = useQuery(
    trpc.enrollments.versionChanges.queryOptions({ enrollment }, { meta: { silent: true }, refetchInterval: 5_000 }),
  );
  return data;
}
