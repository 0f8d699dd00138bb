import { setTimeout as sleep } from 'node:timers/promises';
import { effect, enrollment, outbox } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { journeyRule } from '@sodate/database/schema/journey';
import { inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Zoo } from '../zoo/start-zoo.ts';

const withinMs = 240_000;

/** Waits until nothing is under way any more. Gives a sentence for each thing that still was after four minutes. */
export async function comeToRest({ zoo }: { zoo: Zoo }): Promise<string[]> {
  const end = performance.now() + withinMs;
  for (;;) {
    const under = await readUnderWay(zoo).catch((error: unknown) => [`the stores do not answer: ${error}`]);
    if (under.length === 0) return [];
    if (performance.now() > end) return under.map((what) => `rest: ${what}`);
    await sleep(500);
  }
}

/** What is under way now, a sentence each. */
export async function readUnderWay({ context: { database }, client }: Zoo): Promise<string[]> {
  const isUnderWay = inArray(effect.state, ['waiting', 'claimed']);
  const [open, words, effects, handoffs, rules] = await Promise.all([
    database.select().from(enrollment).where(ne(enrollment.state, 'ended')).limit(5),
    database.$count(outbox),
    database.select({ key: effect.key, state: effect.state }).from(effect).where(isUnderWay).limit(5),
    database.$count(handoff, isNotNull(handoff.lookAt)),
    database.$count(journeyRule, isNull(journeyRule.doneAt)),
  ]);
  const { count: workflows } = await client.workflow.count(
    "ExecutionStatus = 'Running' AND WorkflowType IN ('journeyEnrollment', 'handoffSla')",
  );
  const counted = [
    [words, 'words to Temporal wait in the outbox'],
    [handoffs, 'hand-offs are still to be looked at'],
    [rules, 'rules are not applied to everybody'],
    [workflows, 'workflows are open'],
  ] as const;
  return [
    ...open.map(({ id, op, state, lookAt }) => `${id} is ${state} at ${op}, to be looked at ${lookAt ?? 'never'}`),
    ...effects.map(({ key, state }) => `${key} is ${state}`),
    ...counted.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])),
  ];
}
