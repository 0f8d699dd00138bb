import {
  type EffectState,
  type EnrollmentRow,
  effect,
  enrollment,
  type NotSentReason,
  type StepRow,
  step,
} from '@sodate/database/schema/enrollment';
import { heldNode, type JourneyState, journey, version } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import type { Plan } from '@sodate/journey/compile/plan';
import { connectedOutcomes } from '@sodate/journey/graph/connected-outcomes';
import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { type NextTry, nextTryOf } from '../effect/next-try.ts';
import { effectKeyOf } from '../engine/effect-key.ts';
import { wordCallError } from '../http/word-call-error.ts';
import { findUnmailable } from '../journey/find-unmailable.ts';
import { type NodeName, nameNode } from '../journey/name-node.ts';
import { seesPersonalData, withoutOthersWords } from '../lead/sees-personal-data.ts';
import { type Page, pageInput } from '../page.ts';
import { enrollmentId, enrollmentMissing } from './enrollment-input.ts';
import { findHandoffAt, type PassageHandoff } from './find-handoff-at.ts';
import { readStepEvents, type StepEvent } from './read-step-events.ts';
import { kindOfSend, readStepSends, type StepSend } from './read-step-sends.ts';
import { removedBySql } from './removed-by-sql.ts';

export const passageStepsInput = pageInput.extend({
  enrollment: enrollmentId,
  /** The hop of the last page's last step. */
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

export interface Passage {
  readonly id: string;
  readonly lead: { readonly id: string; readonly name: string };
  readonly journey: { readonly id: string; readonly name: string; readonly version: number };
  readonly state: EnrollmentRow['state'];
  readonly test: boolean;
  /** The lead was made a test lead only after it had come in: this passage runs by the true clock to its end. */
  readonly testSince: boolean;
  readonly enteredAt: string;
  readonly endedAt: string | null;
  readonly reason: EnrollmentRow['reason'];
  /** Who took it out, where somebody did; null where that is not known. */
  readonly removedBy: string | null;
  readonly stuckWhy: Text | null;
  readonly heldBy: EnrollmentRow['heldBy'];
  /** Where the lead is, since when, and until when at the latest (in its own time). */
  readonly at: NodeName & { readonly since: string; readonly until: string | null; readonly visit: number };
  /** Where the server has no such node type: nothing can be done there. */
  readonly missingType: string | null;
  /** The ways on from there, by outcome. */
  readonly next: readonly WayOn[];
  /** Where it waits for what becomes of a hand-off: whose that is (null: nobody's). */
  readonly handoff: PassageHandoff | null;
  readonly effect: {
    readonly kind: StepSend['kind'];
    readonly state: EffectState;
    readonly attempt: number;
    readonly error: Text | null;
    readonly nextTry: NextTry | null;
  } | null;
}

/** A way on, by its outcome. */
export interface WayOn {
  readonly outcome: string;
  readonly label: Text;
  readonly node: NodeName | null;
  /** Why the mail of that node would not be sent to this lead, as things stand; null where it would, or is none. */
  readonly notSent: NotSentReason | null;
  /** Nothing is connected, and the lead would stand still there. */
  readonly stops: boolean;
}

export interface PassageStep {
  readonly hop: number;
  readonly at: string;
  readonly dueAt: string;
  readonly from: NodeName | null;
  readonly outcome: string;
  readonly outcomeLabel: Text | null;
  readonly to: NodeName | null;
  readonly visit: number;
  readonly seen: StepRow['seen'];
  /** What happened that made it go on; null where it was time, a condition, or a person. */
  readonly event: StepEvent | null;
  /** What was sent where it came to, and what came back; null where that sends nothing. */
  readonly send: StepSend | null;
}

/** One lead's passage: where it is, why, and what comes next. @throws RequestError 'not-found'. */
export async function getPassage({
  context,
  input,
}: {
  context: Context;
  input: { readonly enrollment: z.infer<typeof enrollmentId> };
}): Promise<Passage> {
  const { row, graph, ...names } = await findRow({ context, id: input.enrollment });
  const node = nameOf({ context, graph, id: row.node });
  const personal = seesPersonalData(context.actor);
  return {
    id: row.id,
    lead: { id: row.leadId, name: personal ? names.leadName : '' },
    journey: { id: row.journeyId, name: names.journeyName, version: names.number },
    state: row.state,
    test: row.test,
    testSince: names.leadTest && !row.test,
    enteredAt: formatInstant(row.enteredAt),
    endedAt: format(row.endedAt),
    reason: row.reason,
    removedBy: names.removedBy,
    stuckWhy: row.stuckWhy === null || personal ? row.stuckWhy : withoutOthersWords(row.stuckWhy),
    heldBy: heldBy({ row, journeyState: names.journeyState, nodeHeld: names.nodeHeld }),
    at: { ...node, since: formatInstant(row.arrivedAt), until: format(row.until), visit: row.visit },
    missingType: row.state === 'ended' ? null : missingTypeOf({ context, graph, id: row.node }),
    next: row.state === 'ended' ? [] : await waysOn({ context, graph, row, plan: names.plan }),
    handoff: await findHandoffAt({ context, row }),
    effect: await readEffect({ context, row }),
  };
}

/** The steps of a passage, oldest first; pass the last page's `next` as `after`. */
export async function listPassageSteps({
  context,
  input,
}: {
  context: Context;
  input: z.infer<typeof passageStepsInput>;
}): Promise<Page<PassageStep>> {
  const { graph } = await findRow({ context, id: input.enrollment });
  const rows = await context.database
    .select()
    .from(step)
    .where(and(eq(step.enrollmentId, input.enrollment), gt(step.hop, Number(input.after ?? -1))))
    .orderBy(asc(step.hop))
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const [events, sends] = await Promise.all([
    readStepEvents({ context, ids: shown.flatMap(({ eventId }) => eventId ?? []) }),
    readStepSends({ context, enrollment: input.enrollment, graph, steps: shown }),
  ]);
  return {
    rows: shown.map((row) => ({
      ...toStep({ context, graph, row }),
      event: (row.eventId === null ? undefined : events.get(row.eventId)) ?? null,
      send: sends.get(row.hop) ?? null,
    })),
    ...(rows.length > input.limit && last ? { next: String(last.hop) } : {}),
  };
}

async function findRow({ context, id }: { context: Context; id: z.infer<typeof enrollmentId> }) {
  const [found] = await context.database
    .select({
      row: enrollment,
      graph: version.graph,
      plan: version.plan,
      number: version.number,
      journeyName: journey.name,
      journeyState: journey.state,
      nodeHeld: sql<boolean>`exists (select from ${heldNode} where ${heldNode.journeyId} = ${enrollment.journeyId} and ${heldNode.node} = ${enrollment.node})`,
      leadName: lead.name,
      leadTest: lead.test,
      removedBy: removedBySql,
    })
    .from(enrollment)
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .innerJoin(journey, eq(journey.id, enrollment.journeyId))
    .innerJoin(lead, eq(lead.id, enrollment.leadId))
    .where(eq(enrollment.id, id));
  if (!found) throw enrollmentMissing();
  return found;
}

/** The row is told at its next look only: what holds it is read from the journey. */
function heldBy({
  row,
  journeyState,
  nodeHeld,
}: {
  row: EnrollmentRow;
  journeyState: JourneyState;
  nodeHeld: boolean;
}): EnrollmentRow['heldBy'] {
  if (row.state === 'ended') return null;
  if (journeyState === 'paused') return 'pause';
  return nodeHeld ? 'node' : null;
}

function toStep({
  context,
  graph,
  row,
}: {
  context: Context;
  graph: Graph;
  row: StepRow;
}): Omit<PassageStep, 'event' | 'send'> {
  const name = (id: NodeId | null) => (id === null ? null : nameOf({ context, graph, id }));
  return {
    hop: row.hop,
    at: formatInstant(row.at),
    dueAt: formatInstant(row.dueAt),
    from: name(row.fromNode),
    outcome: row.outcome,
    outcomeLabel: row.fromNode === null ? null : wayTaken({ context, graph, id: row.fromNode, row }),
    to: name(row.toNode),
    visit: row.visit,
    seen: seesPersonalData(context.actor) ? row.seen.filter(({ fact }) => !toldBySend.has(fact)) : [],
  };
}

function nameOf({ context, graph, id }: { context: Context; graph: Graph; id: NodeId }): NodeName {
  return nameNode({ context, id, node: graph.nodes[id] });
}

function missingTypeOf({ context, graph, id }: { context: Context; graph: Graph; id: NodeId }): string | null {
  const type = graph.nodes[id]?.type;
  return type === undefined || context.nodeTypes.catalog.has(type) ? null : type;
}

function outcomesOf({ context, graph, id }: { context: Context; graph: Graph; id: NodeId }) {
  const node = graph.nodes[id];
  const contract = node === undefined ? undefined : context.nodeTypes.catalog.get(node.type);
  if (node === undefined) return [];
  return contract === undefined ? connectedOutcomes({ graph, node: id }) : contract.outcomes(node.config);
}

function labelOf({ outcome, ...at }: { context: Context; graph: Graph; id: NodeId; outcome: string }): Text | null {
  return outcomesOf(at).find(({ id }) => id === outcome)?.label ?? null;
}

/** What became of a send is told where it was sent. */
const toldBySend: ReadonlySet<string> = new Set(['ambiguous', 'error']);

/** Who gets no mail and has no way of their own, or of whose send nobody knows, leaves by the way of those who got it: not in its words. */
function wayTaken({ row, ...at }: { context: Context; graph: Graph; id: NodeId; row: StepRow }): Text | null {
  if (row.seen.some(({ fact }) => fact === 'ambiguous')) return wentUnknowing;
  const unsent = row.outcome !== 'not-sent' && row.seen.some(({ fact }) => fact === 'not-sent');
  return unsent ? wentWithout : labelOf({ ...at, outcome: row.outcome });
}

const wentUnknowing: Text = { ja: '分からないまま先へ', en: 'Went on, not knowing' };
const wentWithout: Text = { ja: '送らずに先へ', en: 'Went on without it' };

async function waysOn({
  context,
  graph,
  plan,
  row,
}: {
  context: Context;
  graph: Graph;
  plan: Plan;
  row: EnrollmentRow;
}): Promise<Passage['next']> {
  const edges = Object.values(graph.edges).filter(({ from }) => from === row.node);
  const unmailable = await findUnmailable({ context, plan, lead: { id: row.leadId } });
  const op = plan.ops[row.op];
  const acts = op?.kind === 'act' && op.external !== undefined;
  return outcomesOf({ context, graph, id: row.node }).map(({ id: outcome, label }) => {
    const to = edges.find((edge) => edge.outcome === outcome)?.to;
    if (to === undefined) return { outcome, label, node: null, notSent: null, stops: acts && outcome === 'failed' };
    const notSent = unmailable.get(to) ?? null;
    return { outcome, label, node: nameOf({ context, graph, id: to }), notSent, stops: false };
  });
}

async function readEffect({ context, row }: { context: Context; row: EnrollmentRow }): Promise<Passage['effect']> {
  if (row.state !== 'acting' && row.state !== 'stuck') return null;
  const [found] = await context.database
    .select()
    .from(effect)
    .where(eq(effect.key, effectKeyOf({ enrollment: row.id, op: row.op, visit: row.visit })));
  if (!found) return null;
  const error = found.error === null || !seesPersonalData(context.actor) ? null : wordCallError(found.error);
  const kind = kindOfSend(found.channel);
  return { kind, state: found.state, attempt: found.attempt, error, nextTry: nextTryOf(found) };
}

function format(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(asInstant(instant));
}
