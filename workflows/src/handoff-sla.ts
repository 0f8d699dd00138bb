import type { Activities, HandoffPassage } from '@sodate/services/engine/rest';
import {
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { nudge } from './journey-enrollment.ts';

const historyEnough = 400;

const local = proxyLocalActivities<Pick<Activities, 'carryOnHandoff'>>({
  startToCloseTimeout: '30 s',
  localRetryThreshold: '3 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '60 s' },
});

/** Watches over one hand-off's deadline: the same loop over its own row. Its notices go out on their channel's queue. */
export async function handoffSla({ handoff, known = 0 }: HandoffPassage): Promise<void> {
  let seen = known;
  let nudged = -1;
  setHandler(nudge, (rest) => {
    nudged = Math.max(nudged, rest);
  });
  for (;;) {
    nudged = -1;
    const rest = await local.carryOnHandoff({ handoff, known: seen });
    seen = rest.number;
    if (rest.kind === 'end') return;
    if (rest.kind === 'queued') {
      const notices = proxyActivities<Pick<Activities, 'perform'>>({
        taskQueue: rest.queue,
        startToCloseTimeout: rest.limitMs + 20_000,
        retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '60 s' },
      });
      await notices.perform({ effect: rest.effect });
      continue;
    }
    if (workflowInfo().historyLength > historyEnough) await continueAsNew({ handoff, known: seen });
    const woken = () => nudged >= seen;
    await (rest.waitMs === undefined ? condition(woken) : condition(woken, rest.waitMs));
  }
}
