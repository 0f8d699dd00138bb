import type { Milliseconds } from '@sodate/journey/time/instant';
import type { WorkflowPort } from '@sodate/services/engine/workflow-port';
import type { Client } from '@temporalio/client';

export interface LimitedCalls {
  readonly workflows: WorkflowPort;
  /** Resolves once no call is under way: the connection may be closed then. */
  settle(): Promise<void>;
}

/** The same calls, each given up after `callMs`, so that none outlives its connection. */
export function limitCalls({
  workflows,
  client,
  callMs,
}: {
  workflows: WorkflowPort;
  client: Client;
  callMs: Milliseconds;
}): LimitedCalls {
  const underWay = new Set<Promise<unknown>>();
  const limited =
    <Call, Result>(call: (given: Call) => Promise<Result>) =>
    (given: Call): Promise<Result> => {
      const calling = client.withDeadline(Date.now() + callMs, () => call(given));
      underWay.add(calling);
      const end = () => {
        underWay.delete(calling);
      };
      calling.then(end, end);
      return calling;
    };
  return {
    workflows: {
      start: limited(workflows.start),
      nudge: limited(workflows.nudge),
      close: limited(workflows.close),
      startHandoff: limited(workflows.startHandoff),
      nudgeHandoff: limited(workflows.nudgeHandoff),
      startMark: limited(workflows.startMark),
      closeMark: limited(workflows.closeMark),
      isMarkOpen: limited(workflows.isMarkOpen),
      findMarkAbove: limited(workflows.findMarkAbove),
    },
    settle: () => Promise.allSettled(underWay).then(() => undefined),
  };
}
