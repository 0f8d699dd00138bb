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
