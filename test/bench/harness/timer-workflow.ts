import { proxyLocalActivities, sleep } from '@temporalio/workflow';

/** The least that a timer of a lead's own takes: it rings, and one small transaction is made. */
export interface TimerActivities {
  move(call: { readonly lead: string }): Promise<void>;
}

const { move } = proxyLocalActivities<TimerActivities>({ startToCloseTimeout: '30 s' });

export async function timer({ lead, dueAt }: { lead: string; dueAt: number }): Promise<void> {
  await sleep(Math.max(1, dueAt - Date.now()));
  await move({ lead });
}
