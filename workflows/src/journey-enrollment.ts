import type { Activities, Passage } from '@sodate/services/engine/rest';
import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';

/** "Look now", for the rest of that number or any later one. */
export const nudge = defineSignal<[number]>('nudge');

const historyEnough = 400;
const afterLimitMs = 20_000;

const local = proxyLocalActivities<Pick<Activities, 'carryOn'>>({
  startToCloseTimeout: '30 s',
  localRetryThreshold: '3 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '60 s' },
});

function performOn(call: { queue: string; limitMs: number }): Pick<Activities, 'perform'> {
  return proxyActivities<Pick<Activities, 'perform'>>({
    taskQueue: call.queue,
    startToCloseTimeout: call.limitMs + afterLimitMs,
    retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '60 s' },
  });
}

/**
 * Carries one lead through one journey. Rests or looks, and knows nothing but the enrollment's id: the row in
 * PostgreSQL is the truth, and `carryOn` decides from it. Changed hardly ever, so that replay stays compatible.
 */
export async function journeyEnrollment({ enrollment, known = 0 }: Passage): Promise<void> {
  let seen = known;
  let nudged = -1;
  let airborne: string | undefined;
  setHandler(nudge, (rest) => {
    nudged = Math.max(nudged, rest);
  });
  for (;;) {
    nudged = -1; // Before the look: a nudge during it must stay.
    const rest = await local.carryOn({ enrollment, known: seen });
    seen = rest.number;
    if (rest.kind === 'end') return;
    if (rest.kind === 'queued' && airborne !== rest.effect) {
      const { effect } = rest;
      airborne = effect;
      const landed = () => {
        if (airborne === effect) airborne = undefined;
      };
      void performOn(rest).perform({ effect }).then(landed, landed);
    }
    if (!airborne && workflowInfo().historyLength > historyEnough) await continueAsNew({ enrollment, known: seen });
    const woken = () => nudged >= seen || (rest.kind === 'queued' && airborne !== rest.effect);
    await (rest.waitMs === undefined ? condition(woken) : condition(woken, rest.waitMs));
  }
}
