import { asId } from '@sodate/journey/id';
import { carryOn } from '@sodate/services/engine/carry-on';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import { perform } from '@sodate/services/engine/perform';
import type { Activities } from '@sodate/services/engine/rest';
import { carryOnHandoff } from '@sodate/services/handoff/carry-on-handoff';
import { measured } from '@sodate/services/telemetry/measured';
import { ApplicationFailure } from '@temporalio/common';

const longestRetryMs = 60_000;

/** The looks, as local activities of the main queue. */
export function createLooks({ context }: { context: EngineContext }): Pick<Activities, 'carryOn' | 'carryOnHandoff'> {
  return {
    carryOn: ({ enrollment, known }) =>
      lookAt({ context, ids: { enrollment } }, () => carryOn({ context, enrollment: asId(enrollment), known })),
    carryOnHandoff: ({ handoff, known }) =>
      lookAt({ context, ids: { handoff } }, () => carryOnHandoff({ context, handoff: asId(handoff), known })),
  };
}

/** A look that throws is repeated by Temporal; the log says whose it was. */
async function lookAt<Result>(
  { context, ids }: { context: EngineContext; ids: Readonly<Record<string, string>> },
  look: () => Promise<Result>,
): Promise<Result> {
  try {
    return await measured({ context, work: { name: 'look', ids } }, look);
  } catch (error) {
    context.logger.warn({ ...ids, error }, 'a look failed and will be repeated');
    throw error;
  }
}

/** The queued effects: Temporal only repeats, by the delay that the row asks for. */
export function createPerforming({ context }: { context: EngineContext }): Pick<Activities, 'perform'> {
  return {
    perform: async ({ effect }) => {
      const performed = await measured({ context, work: { name: 'perform', ids: { effect } } }, () =>
        perform({ context, effect }),
      );
      if (performed.kind === 'settled') return;
      throw ApplicationFailure.create({
        type: 'NotFinal',
        message: 'the effect is to be tried again',
        nonRetryable: false,
        nextRetryDelay: Math.min(longestRetryMs, Math.max(1, Math.ceil(performed.afterMs))),
      });
    },
  };
}
