import { rightNow } from '@sodate/database/columns';
import { handoff } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import { ensureDefaultCalendar } from '@sodate/services/calendar/ensure-default-calendar';
import { readClock } from '@sodate/services/engine/clock';
import { removePassage } from '@sodate/services/enrollment/change-passage';
import { lockLeads } from '@sodate/services/event/lock-leads';
import { createHandoff } from '@sodate/services/handoff/create-handoff';
import { inTransaction } from '@sodate/services/transaction';
import { eq, sql } from 'drizzle-orm';
import { letIn, listenOp, mailOp, type Played, type Stage, until, untilRow, visitPrices, waitOp } from './stage.ts';

/** One way a workflow can go: its name is the name of its history. */
export interface Scene {
  readonly name: string;
  /** Mails go to the channel's task queue instead of out of the look. */
  readonly queued?: boolean;
  play(stage: Stage): Promise<Played>;
}

const idOf = (row: { readonly id: string }): Played => ({ workflowId: `enrollment/${row.id}` });

async function playTimerAndNudge(stage: Stage): Promise<Played> {
  const ops = [waitOp({ id: 'first', seconds: 1, next: 'listen' }), listenOp({ id: 'listen', next: 'second' })];
  const row = await letIn({ stage, ops: [...ops, waitOp({ id: 'second', seconds: 1, next: 'end' })] });
  await untilRow({ stage, row, is: ({ op, state }) => op === 'listen' && state === 'resting' });
  await visitPrices({ stage, row });
  return idOf(row);
}

/** The nudge comes before the start delay is over. */
async function playNudgeBeforeStart(stage: Stage): Promise<Played> {
  const row = await letIn({
    stage,
    ops: [listenOp({ id: 'listen', next: 'wait' }), waitOp({ id: 'wait', seconds: 1, next: 'end' })],
  });
  await visitPrices({ stage, row });
  return idOf(row);
}

async function playTwoMails(stage: Stage): Promise<Played> {
  const { mail } = stage.host;
  const ops = [
    waitOp({ id: 'first', seconds: 1, next: 'hello' }),
    mailOp({ id: 'hello', mail, next: 'second' }),
    waitOp({ id: 'second', seconds: 1, next: 'again' }),
    mailOp({ id: 'again', mail, next: 'end' }),
  ];
  return idOf(await letIn({ stage, ops }));
}

async function playRemoval(stage: Stage): Promise<Played> {
  const ops = [waitOp({ id: 'first', seconds: 1, next: 'listen' }), listenOp({ id: 'listen', next: 'end' })];
  const row = await letIn({ stage, ops });
  await untilRow({ stage, row, is: ({ op, state }) => op === 'listen' && state === 'resting' });
  await removePassage({ context: stage.host.context, input: { enrollment: row.id } });
  return idOf(row);
}

/** So many nudges in vain that the workflow begins a new history; `which` of the two is recorded. */
function playManyNudges(which: 'before' | 'after'): Scene['play'] {
  return async (stage) => {
    const row = await letIn({
      stage,
      ops: [waitOp({ id: 'wait', seconds: 1, next: 'listen' }), listenOp({ id: 'listen', next: 'end' })],
    });
    await untilRow({ stage, row, is: ({ op, state }) => op === 'listen' && state === 'resting' });
    const handle = stage.client.workflow.getHandle(idOf(row).workflowId);
    const { runId } = await handle.describe();
    await until(async () => {
      await handle.signal('nudge', 10_000);
      return (await handle.describe()).runId !== runId;
    });
    await visitPrices({ stage, row });
    return which === 'before' ? { ...idOf(row), runId } : idOf(row);
  };
}

/** Nobody answers a hand-off: its owner is told of it, and once the deadline has passed. */
async function playOverdueHandoff({ host: { context, newLeads } }: Stage): Promise<Played> {
  const [lead] = await newLeads(1);
  const [owner] = await context.database
    .insert(user)
    .values({ name: 'Owner', email: 'owner@example.jp', role: 'sales-rep' })
    .returning({ id: user.id });
  if (!lead || !owner) throw new Error('no lead or no owner');
  const calendar = await ensureDefaultCalendar({ context });
  const id = await inTransaction({ context }, async (inner) => {
    await lockLeads({ context: inner, leads: [lead] });
    const row = await createHandoff({
      context: inner,
      lead,
      request: {
        to: { kind: 'user', user: owner.id },
        followUp: 'Call',
        questions: [],
        sla: { amount: 4, unit: 'business-hours' },
        calendar,
      },
      origin: { test: true, offsetMs: 0 },
      now: await readClock({ context: inner }),
    });
    if (!row) throw new Error('no hand-off was made');
    await hurry({ context: inner, id: row.id });
    return row.id;
  });
  return { workflowId: `handoff/${id}` };
}

/** Brings a hand-off's own time to five seconds before its deadline. */
async function hurry({
  context,
  id,
}: {
  context: Stage['host']['context'];
  id: typeof handoff.$inferSelect.id;
}): Promise<void> {
  const soon = sql`${rightNow} + interval '5 seconds'`;
  const offsetMs = sql`(extract(epoch from ${handoff.until} - (${soon})) * 1000)::bigint`;
  await context.database.update(handoff).set({ offsetMs, lookAt: soon }).where(eq(handoff.id, id));
}

/** Every way that the workflows' code can go. */
export const scenes: readonly Scene[] = [
  { name: 'timer-and-nudge', play: playTimerAndNudge },
  { name: 'nudge-before-start', play: playNudgeBeforeStart },
  { name: 'mails-in-the-look', play: playTwoMails },
  { name: 'mails-queued', queued: true, play: playTwoMails },
  { name: 'removed', play: playRemoval },
  { name: 'continued-as-new', play: playManyNudges('before') },
  { name: 'continued-from', play: playManyNudges('after') },
  { name: 'handoff-overdue', play: playOverdueHandoff },
];
