/** The named instants at which fault tests kill or freeze a process. */
export const crashPoints = [
  'enrol.before-commit',
  'enrol.after-commit',
  'relay.before-call',
  'relay.after-call',
  'hop.after-lock',
  'hop.before-commit',
  'hop.after-commit',
  'claim.after-commit',
  'send.before-dot',
  'send.after-dot',
  'record.before-commit',
  'record.after-commit',
  'look.before-return',
  'event.after-lock',
  'event.after-commit',
  'batch.mid',
  'mark.mid',
] as const;

export type CrashPoint = (typeof crashPoints)[number];

let armed: ((point: CrashPoint) => Promise<void> | void) | undefined;

/** Called once by a process that is to be killed or frozen; never in ordinary running. */
export function armCrashPoints(hook: (point: CrashPoint) => Promise<void> | void): void {
  armed = hook;
}

export async function crashPoint(point: CrashPoint): Promise<void> {
  if (armed) await armed(point);
}

// By the transaction's own handle: a nested one is not yet the end.
const awaitingCommit = new WeakMap<object, Set<CrashPoint>>();

/** Has the point passed right after the transaction that `database` belongs to was committed, whoever began it. */
export function crashPointAfterCommit({ database, point }: { database: object; point: CrashPoint }): void {
  if (!armed) return;
  awaitingCommit.set(database, (awaitingCommit.get(database) ?? new Set()).add(point));
}

/** To be called by whoever committed that transaction. */
export async function passCommitted(database: object): Promise<void> {
  for (const point of awaitingCommit.get(database) ?? []) await crashPoint(point);
}
