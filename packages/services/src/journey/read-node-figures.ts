import { effect, enrollment } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { mailRollup } from '@sodate/database/schema/mail';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { byCost, keepAnswers } from '../keep-answers.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';
import { arrivedAt } from './arrived-at.ts';
import { notSentIn } from './not-sent-at.ts';
import type { FlowLine } from './read-flow.ts';

/** What a node's family is about, test leads left out. */
export interface NodeFigures {
  /** Leads that arrived in the last seven days, today (UTC) included. */
  readonly week: number;
  /** When the first of those who wait here goes on, ISO 8601. */
  readonly nextAt: string | null;
  /** Leads that left by each outcome, wherever it leads. */
  readonly ways: Readonly<Record<string, number>>;
  /** Mails by what came of them, a minute behind; null where none was sent. */
  readonly mails: { readonly sent: number; readonly opened: number; readonly clicked: number } | null;
  /** Leads to whom a mail of this node was not sent, for whatever reason. */
  readonly notSent: number;
  /** Hand-offs that nobody has answered; null where there are none. */
  readonly handoffs: { readonly open: number; readonly overdue: number } | null;
}

const nothing: NodeFigures = { week: 0, nextAt: null, ways: {}, mails: null, notSent: 0, handoffs: null };

/** One figure-set for each node of a journey that has something to tell: three further queries, whatever its size. */
export async function readNodeFigures({
  context,
  journey,
  flow,
  here,
}: {
  context: Context;
  journey: JourneyId;
  flow: readonly FlowLine[];
  here: readonly { readonly node: NodeId; readonly nextAt: Instant | null }[];
}): Promise<Readonly<Record<NodeId, NodeFigures>>> {
  const figures = new Map<NodeId, NodeFigures>();
  const set = (node: NodeId, change: (old: NodeFigures) => Partial<NodeFigures>) => {
    const old = figures.get(node) ?? nothing;
    figures.set(node, { ...old, ...change(old) });
  };
  for (const line of flow.filter(({ test }) => !test)) {
    for (const node of arrivedAt(line)) set(node, ({ week }) => ({ week: week + line.week }));
    set(line.from, ({ ways }) => ({ ways: { ...ways, [line.outcome]: (ways[line.outcome] ?? 0) + line.count } }));
  }
  for (const { node, nextAt } of here) {
    if (nextAt !== null) set(node, () => ({ nextAt: formatInstant(nextAt) }));
  }
  for (const { node, ...mails } of await readMails({ context, journey })) set(node, () => ({ mails }));
  for (const { node, notSent } of await readNotSent({ context, journey })) set(node, () => ({ notSent }));
  for (const { node, ...handoffs } of await readHandoffs({ context, journey })) {
    if (node !== null) set(node, () => ({ handoffs }));
  }
  return Object.fromEntries(figures);
}

async function readMails({ context, journey }: { context: Context; journey: JourneyId }) {
  const { node, sent, opened, clicked } = mailRollup;
  return await context.database
    .select({ node, sent, opened, clicked })
    .from(mailRollup)
    .where(and(eq(mailRollup.journeyId, journey), eq(mailRollup.test, false)));
}

const answerNotSent = keepAnswers<JourneyId, readonly { readonly node: NodeId; readonly notSent: number }[]>(byCost);

/** Of a journey that many have refused they are many: counted less often then than what else stands on the cards. */
async function readNotSent({ context, journey }: { context: Context; journey: JourneyId }) {
  const work = async () => {
    const rows = await context.database
      .select({ node: effect.node, notSent: sql<number>`count(*)::int` })
      .from(effect)
      .innerJoin(enrollment, eq(enrollment.id, effect.enrollmentId))
      .where(and(...notSentIn({ journey })))
      .groupBy(effect.node);
    return rows.flatMap(({ node, notSent }) => (node === null ? [] : [{ node, notSent }]));
  };
  return await answerNotSent({ context, key: journey, work });
}

async function readHandoffs({ context, journey }: { context: Context; journey: JourneyId }) {
  return await context.database
    .select({
      node: handoff.node,
      open: sql<number>`count(*)`.mapWith(Number),
      overdue: sql<number>`count(*) filter (where ${handoff.overdueAt} is not null)`.mapWith(Number),
    })
    .from(handoff)
    .where(and(eq(handoff.journeyId, journey), eq(handoff.state, 'open'), ofRealLeads(handoff)))
    .groupBy(handoff.node);
}
