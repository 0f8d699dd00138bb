import { armCrashPoints } from '@sodate/services/engine/crash-point';
import type { Arming, Order, Report } from './arming.ts';

/** Lets the test decide over this process: where it dies or stands still. Gives how it says that it serves. */
export function obeyOrders({ first }: { first: Arming | undefined }): { ready(): void } {
  let armed = first;
  let left = first?.passing ?? 0;
  let goOn: (() => void) | undefined;
  const report = (said: Report) => process.send?.(said);
  // A test that is gone leaves nothing behind.
  process.once('disconnect', () => process.exit());
  process.on('message', (order: Order) => {
    if (order.kind === 'go-on') return goOn?.();
    armed = order.arming;
    left = armed.passing;
  });
  armCrashPoints((point) => {
    if (armed?.at !== point || --left > 0) return;
    const { deed } = armed;
    armed = undefined;
    if (deed === 'die') {
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => {});
    }
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    report({ kind: 'holding' });
    return held;
  });
  return { ready: () => report({ kind: 'ready' }) };
}
