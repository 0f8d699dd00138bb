import type { Milliseconds } from '@sodate/journey/time/instant';
import type { HandoffPassage, Passage } from '@sodate/services/engine/rest';
import { tenYearsMs, type WorkflowPort } from '@sodate/services/engine/workflow-port';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';

/** The task queue of the workflows and their looks. */
export const mainQueue = 'sodate';

/** The one search attribute: the journey's id. */
export const journeyAttribute = defineSearchAttributeKey('SodateJourney', SearchAttributeType.KEYWORD);

const nudge = 'nudge';

/** The engine's calls on Temporal. Every one may be repeated without harm. */
export function createWorkflowPort({ client }: { client: Client }): WorkflowPort {
  const { workflow } = client;
  const common = {
    taskQueue: mainQueue,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  } as const;
  const passage = ({ enrollment, journey, priority }: { enrollment: string; journey: string; priority: number }) => ({
    ...common,
    workflowId: `enrollment/${enrollment}`,
    args: [{ enrollment }] as [Passage],
    typedSearchAttributes: new TypedSearchAttributes([{ key: journeyAttribute, value: journey }]),
    priority: { priorityKey: priority, fairnessKey: journey },
  });
  const handoffOptions = (handoff: string) => ({
    ...common,
    workflowId: `handoff/${handoff}`,
    args: [{ handoff }] as [HandoffPassage],
    priority: { priorityKey: 1 },
  });
  return {
    start: async ({ delayMs, anew, ...call }) => {
      await workflow.start('journeyEnrollment', { ...passage(call), ...delay(delayMs), ...inPlaceOfOpen(anew) });
    },
    nudge: async ({ rest, ...call }) => {
      await workflow.signalWithStart('journeyEnrollment', { ...passage(call), signal: nudge, signalArgs: [rest] });
    },
    close: async ({ enrollment }) => {
      await terminate({ client, id: `enrollment/${enrollment}`, why: 'ended in the database' });
    },
    startHandoff: async ({ handoff, delayMs, anew }) => {
      await workflow.start('handoffSla', { ...handoffOptions(handoff), ...delay(delayMs), ...inPlaceOfOpen(anew) });
    },
    nudgeHandoff: async ({ handoff, rest }) => {
      await workflow.signalWithStart('handoffSla', { ...handoffOptions(handoff), signal: nudge, signalArgs: [rest] });
    },
    startMark: async ({ number }) => {
      await workflow.start('mark', { ...common, workflowId: `mark/${number}`, args: [], ...delay(tenYearsMs) });
    },
    closeMark: ({ number }) => terminate({ client, id: `mark/${number}`, why: 'a later mark stands' }),
    isMarkOpen: ({ number }) => isOpen({ client, id: `mark/${number}` }),
    findMarkAbove: ({ number }) => findMarkAbove({ client, number }),
  };
}

/** Temporal counts start delays in whole milliseconds; none at all is not the same as zero. */
function delay(delayMs: Milliseconds): { startDelay?: number } {
  return delayMs > 0 ? { startDelay: Math.ceil(delayMs) } : {};
}

function inPlaceOfOpen(anew: boolean): { workflowIdConflictPolicy?: 'TERMINATE_EXISTING' } {
  return anew ? { workflowIdConflictPolicy: 'TERMINATE_EXISTING' } : {};
}

async function terminate({ client, id, why }: { client: Client; id: string; why: string }): Promise<void> {
  try {
    await client.workflow.getHandle(id).terminate(why);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

async function isOpen({ client, id }: { client: Client; id: string }): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(id).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function findMarkAbove({ client, number }: { client: Client; number: number }): Promise<number | undefined> {
  const open = client.workflow.list({ query: "WorkflowType = 'mark' AND ExecutionStatus = 'Running'" });
  let highest = number;
  for await (const { workflowId } of open) highest = Math.max(highest, Number(workflowId.slice('mark/'.length)));
  return highest > number ? highest : undefined;
}
