import type { Database } from '@sodate/database/connect';
import { outbox } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { notice } from '@sodate/database/schema/organisation';
import { type Role, user } from '@sodate/database/schema/user';
import type { HandoffId, LeadId, UserId } from '@sodate/journey/id';
import { ensureDefaultCalendar } from '@sodate/services/calendar/ensure-default-calendar';
import { type Context, systemClock } from '@sodate/services/context';
import { createHandoff } from '@sodate/services/handoff/create-handoff';
import { inTransaction } from '@sodate/services/transaction';
import { asc, eq } from 'drizzle-orm';
import { testContext, testUser } from '../database.ts';
import { only } from './store-lead.ts';
import { newLead } from './test-engine.ts';

/** One of our people, and what their requests run in. */
export interface Person {
  readonly id: UserId;
  readonly context: Context;
}

export async function newPerson({
  database,
  role,
  name,
}: {
  database: Database;
  role: Role;
  name: string;
}): Promise<Person> {
  const email = `${crypto.randomUUID()}@sales.test`;
  const { id } = only(await database.insert(user).values({ name, role, email }).returning());
  return { id, context: testContext({ database, actor: testUser({ id, role }) }) };
}

/** A lead, a new one unless given, in somebody's hands: 4 business hours, a reminder one before. */
export async function handOver({
  database,
  to,
  test = false,
  lead: given,
}: {
  database: Database;
  to: Pick<Person, 'id'>;
  test?: boolean;
  lead?: LeadId;
}): Promise<HandoffId> {
  const context = testContext({ database });
  const calendar = await ensureDefaultCalendar({ context });
  const leadId = given ?? (await newLead({ database, test }));
  const row = await inTransaction({ context }, (inner) =>
    createHandoff({
      context: inner,
      lead: leadId,
      request: {
        to: { kind: 'user', user: to.id },
        followUp: 'その日のうちに電話する',
        questions: ['予算はいつ決まりますか'],
        sla: { amount: 4, unit: 'business-hours' },
        remindBefore: { amount: 1, unit: 'business-hours' },
        calendar,
      },
      origin: { test, offsetMs: 0 },
      now: systemClock.now(),
    }),
  );
  if (row === undefined) throw new Error('nothing was handed over');
  return row.id;
}

/** A hand-off with all that its answers leave behind. */
export async function readHandoff({ database, id }: { database: Database; id: HandoffId }) {
  const row = only(await database.select().from(handoff).where(eq(handoff.id, id)));
  const who = only(await database.select().from(lead).where(eq(lead.id, row.leadId)));
  const events = await database
    .select({ name: event.name, outcome: event.outcome, retracted: event.retractedAt })
    .from(event)
    .where(eq(event.handoffId, id))
    .orderBy(asc(event.id));
  const entries = await database
    .select({ kind: handoffEntry.kind, by: handoffEntry.userId })
    .from(handoffEntry)
    .where(eq(handoffEntry.handoffId, id))
    .orderBy(asc(handoffEntry.id));
  const sent = await database.select({ body: outbox.body }).from(outbox).orderBy(asc(outbox.id));
  const nudges = sent.flatMap(({ body }) => (body.kind === 'nudge-handoff' && body.handoff === id ? [body.rest] : []));
  return { row, stage: who.stage, owner: who.ownerId, events, entries, nudges };
}

/** What one of our people was told about a hand-off, in order. */
export async function noticesOf({ id, of }: { id: HandoffId; of: Person }): Promise<string[]> {
  return (await toldOf({ id, of })).map(({ kind }) => kind);
}

/** What of it they have not read. */
export async function unreadNoticesOf({ id, of }: { id: HandoffId; of: Person }): Promise<string[]> {
  return (await toldOf({ id, of })).flatMap(({ kind, readAt }) => (readAt === null ? [kind] : []));
}

async function toldOf({ id, of }: { id: HandoffId; of: Person }) {
  const rows = await of.context.database.select().from(notice).where(eq(notice.userId, of.id)).orderBy(asc(notice.id));
  return rows.filter(({ href }) => href === `/handoffs/${id}`);
}
