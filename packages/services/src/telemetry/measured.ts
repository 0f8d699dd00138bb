import type { Context } from '../context.ts';
import type { MeasuredWork } from './telemetry.ts';

/** Runs the work, measured where somebody measures. */
export function measured<Result>(
  { context: { telemetry }, work }: { context: Pick<Context, 'telemetry'>; work: MeasuredWork },
  run: () => Promise<Result>,
): Promise<Result> {
  return telemetry === undefined ? run() : telemetry.around(work, run);
}
