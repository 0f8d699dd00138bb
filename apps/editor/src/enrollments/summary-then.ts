import type { Text } from '@sodate/journey/text';
import { type Instant, parseInstant } from '@sodate/journey/time/instant';

/** What nodes' lines of settings said until a change of version. */
interface Earlier {
  readonly until: string;
  readonly summaries: Readonly<Record<string, Text>>;
}

/** The line of a node's settings as it was at a moment: as long as no other version had come, that of the version before. */
export function summaryThen({
  node,
  at,
  earlier,
  present,
}: {
  node: string;
  at: Instant;
  /** Oldest first. */
  earlier: readonly Earlier[];
  present: Readonly<Record<string, Text>>;
}): Text | undefined {
  const then = earlier.find(({ until }) => parseInstant(until) >= at);
  return (then?.summaries ?? present)[node];
}
