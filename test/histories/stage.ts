import type { EnrollmentRow } from '@sodate/database/schema/enrollment';
import type { Plan } from '@sodate/journey/compile/plan';
import { asId, type NodeId } from '@sodate/journey/id';
import type { NewEvent } from '@sodate/services/event/new-event';
import { storeEvents } from '@sodate/services/event/store-events';
import type { Client } from '@temporalio/client';
import type { BenchHost } from '../bench/harness/start-bench-host.ts';
import { type DrawnOp, planOf } from '../hosts/plan-of.ts';
import { enter, newLead, publishPlan, readRow, testEngine } from '../hosts/test-engine.ts';

/** Where a passage is played to be recorded: real stores, a real worker, a real mail server. */
export interface Stage {
  readonly host: BenchHost;
  readonly client: Client;
}

/** Which run of which workflow was played. Without `runId`: the newest. */
export interface Played {
  readonly workflowId: string;
  readonly runId?: string;
}

const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 5 } as const;
const pollMs = 25;

/** A wait of so many seconds. */
export function waitOp(given: { id: string; seconds: number; next: string }): DrawnOp {
  const spec = { duration: { amount: given.seconds / 60, unit: 'minutes' }, zone: 'journey' } as const;
  return { id: given.id, kind: 'wait', spec, next: { done: given.next } };
}

/** Sends the stage's mail. */
export function mailOp(given: { id: string; mail: string; next: string }): DrawnOp {
  const { id, mail, next } = given;
  return { id, kind: 'act', effect: 'send-mail', config: { mail }, external, next: { done: next } };
}

/** Waits for a visit to the prices, for ever. */
export function listenOp(given: { id: string; next: string }): DrawnOp {
  const pattern = { kind: 'page', url: { match: 'prefix', value: '/price' } } as const;
  return {
    id: given.id,
    kind: 'listen',
    events: [{ outcome: 'seen', pattern }],
    conditions: [],
    next: { seen: given.next },
  };
}

/** Publishes a plan of these ops and lets one lead in. */
export async function letIn({ stage, ops }: { stage: Stage; ops: readonly DrawnOp[] }): Promise<EnrollmentRow> {
  const plan: Plan = planOf({ ops: [...ops, { id: 'end', kind: 'end' }] });
  const { context, mailVersion } = stage.host;
  const engine = testEngine({ database: context.database });
  const mails = Object.fromEntries(ops.map(({ id }) => [asId<'node'>(id) as NodeId, mailVersion]));
  const { version } = await publishPlan({ context: engine, plan, mails });
  const lead = await newLead({ database: context.database, email: `lead-${version}@example.jp` });
  return enter({ context: engine, lead, version, plan });
}

/** The lead looks at the prices. */
export async function visitPrices({ stage, row }: { stage: Stage; row: EnrollmentRow }): Promise<void> {
  const seen: NewEvent = {
    lead: row.leadId,
    name: 'page-viewed',
    thing: { kind: 'page', key: 'example.jp/price', path: '/price' },
  };
  await storeEvents({ context: stage.host.context, events: [seen] });
}

/** Waits until the passage's row is as asked. */
export async function untilRow({
  stage,
  row: { id },
  is,
}: {
  stage: Stage;
  row: EnrollmentRow;
  is: (row: EnrollmentRow) => boolean;
}): Promise<void> {
  await until(async () => is(await readRow({ database: stage.host.context.database, enrollment: id })));
}

/** Asks again and again until the answer is yes. */
export async function until(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask())) await new Promise((resolve) => setTimeout(resolve, pollMs));
}
