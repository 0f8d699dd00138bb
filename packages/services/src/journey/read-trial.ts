import { compileGraph } from '@sodate/journey/compile/compile-graph';
import type { Op, Plan } from '@sodate/journey/compile/plan';
import type { Answers } from '@sodate/journey/condition/condition';
import type { Graph, GraphNode } from '@sodate/journey/graph/graph';
import { asId, type CalendarId, type ConditionKey, type LeadId, type NodeId } from '@sodate/journey/id';
import type { Facts } from '@sodate/journey/interpret/passage';
import type { JsonObject } from '@sodate/journey/json';
import type { Guesses } from '@sodate/journey/simulate/guess-table';
import type { Text } from '@sodate/journey/text';
import type { Problem } from '@sodate/journey/validate/problem';
import { z } from 'zod';
import { readCalendars } from '../calendar/read-calendars.ts';
import { answerConditions } from '../condition/answer-conditions.ts';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { forbidden } from '../errors.ts';
import { findLead } from '../lead/find-lead.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { readVariables } from '../mail/preview-mail.ts';
import { readZone } from '../organisation/read-zone.ts';
import { describeGraph } from './describe-graph.ts';
import { fillSubjects } from './fill-subjects.ts';
import { findJourney, journeyMissing } from './find-journey.ts';
import { findUnmailable } from './find-unmailable.ts';
import { journeyInput } from './journey-input.ts';
import { readSurroundings } from './read-surroundings.ts';

export const trialInput = journeyInput.extend({
  /** A real lead, whose attributes and behaviour decide; absent: a sample one. */
  lead: z
    .uuid()
    .transform((id) => asId<'lead'>(id))
    .optional(),
});

/** All that a browser needs to carry leads through the draft by itself. Nothing here can send anything. */
export interface Trial {
  /** The draft that was compiled: another one makes the results stale. */
  readonly revision: number;
  readonly graph: Graph;
  readonly summaries: Readonly<Record<NodeId, Text>>;
  /** The same for the one lead that is tried, real or sample: subjects are filled in as its mails are. */
  readonly ownSummaries: Readonly<Record<NodeId, Text>>;
  /** Null while errors stand in the way. */
  readonly plan: Plan | null;
  readonly errors: readonly Problem[];
  readonly guesses: Guesses;
  readonly calendars: Facts['calendars'];
  /** Whether each condition holds for the lead, as of now; what was seen is left out. Null for a sample lead. */
  readonly answers: Answers | null;
  /** Mails that the real lead would not get. */
  readonly unmailable: readonly NodeId[];
}

/** @throws RequestError 'not-found'; 'forbidden' where a lead is named by somebody who sees no personal data. */
export async function readTrial({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof trialInput>;
}): Promise<Trial> {
  if (input.lead !== undefined && !seesPersonalData(context.actor)) throw namesNobody();
  const row = await findJourney({ context, id: input.journey });
  if (row === undefined) throw journeyMissing();
  const { catalog } = context.nodeTypes;
  const outside = await readSurroundings({ context });
  const { summaries } = describeGraph({ graph: row.draft, catalog, outside });
  const variables = await readVariables({ context, lead: input.lead });
  const mails = fillSubjects({ mails: outside.mails, graph: row.draft, variables });
  const filled = describeGraph({ graph: row.draft, catalog, outside: { ...outside, mails } });
  const graph = fillChoices(row.draft);
  const { problems } = describeGraph({ graph, catalog, outside });
  const errors = problems.filter(
    ({ severity, node, path }) => severity === 'error' && !isChoice({ node: graph.nodes[node ?? asId('')], path }),
  );
  const base = {
    revision: row.draftRevision,
    graph: row.draft,
    summaries,
    ownSummaries: filled.summaries,
    errors,
    guesses: guessesOf({ context, graph }),
  };
  if (errors.length > 0) return { ...base, plan: null, calendars: {}, answers: null, unmailable: [] };
  const plan = compileGraph({ graph, catalog, zone: graph.settings.zone ?? (await readZone({ context })) });
  return {
    ...base,
    plan,
    calendars: await readPlanCalendars({ context, plan }),
    ...(await readLead({ context, plan, lead: input.lead })),
  };
}

/** What only a person can choose does not keep a journey from being tried: nothing is sent, nobody is handed over. */
const standIns: Readonly<Record<string, JsonObject>> = {
  'send-mail': { mail: 'trial' },
  'hand-off': { to: { kind: 'user', user: 'trial' } },
};

function fillChoices(graph: Graph): Graph {
  const fill = (node: GraphNode): GraphNode => ({ ...node, config: { ...standIns[node.type], ...node.config } });
  const nodes = Object.values(graph.nodes).map((node) => [node.id, fill(node)]);
  return { ...graph, nodes: Object.fromEntries(nodes) };
}

function isChoice({ node, path }: { node: GraphNode | undefined; path: readonly (string | number)[] | undefined }) {
  const [first] = path ?? [];
  return node !== undefined && first !== undefined && Object.hasOwn(standIns[node.type] ?? {}, first);
}

function guessesOf({ context, graph }: { context: Context; graph: Graph }): Guesses {
  const guesses = Object.values(graph.nodes).map(({ id, type, config }) => {
    try {
      return [id, context.nodeTypes.catalog.get(type)?.guess(config) ?? {}] as const;
    } catch {
      // A config that is not whole yet, or a type that fails: all ways are as likely.
      return [id, {}] as const;
    }
  });
  return Object.fromEntries(guesses);
}

async function readPlanCalendars({ context, plan }: { context: Context; plan: Plan }): Promise<Facts['calendars']> {
  const ids = new Set<CalendarId>(Object.values(plan.ops).flatMap(calendarsOf));
  const found = await readCalendars({ context, ids: [...ids] });
  return Object.fromEntries(found.map((calendar) => [calendar.id, calendar]));
}

/** A hand-off has one of its own, by which sales works. */
function calendarsOf(op: Op): readonly CalendarId[] {
  const own = op.kind === 'act' ? op.config.calendar : undefined;
  return typeof own === 'string' ? [...op.calendars, asId<'calendar'>(own)] : op.calendars;
}

async function readLead({
  context,
  plan,
  lead,
}: {
  context: Context;
  plan: Plan;
  lead: LeadId | undefined;
}): Promise<Pick<Trial, 'answers' | 'unmailable'>> {
  if (lead === undefined) return { answers: null, unmailable: [] };
  const found = await findLead({ context, lead });
  const now = await readClock({ context });
  const conditions = (Object.keys(plan.conditions) as ConditionKey[]).flatMap((key) => {
    const condition = plan.conditions[key];
    return condition === undefined ? [] : [{ key, condition }];
  });
  const answers = await answerConditions({ context, conditions, lead: found.id, now, realNow: now, zone: plan.zone });
  const bare = Object.entries(answers).map(([key, { holds }]) => [key, { holds, seen: [] }]);
  const unmailable = await findUnmailable({ context, plan, lead: found });
  return { answers: Object.fromEntries(bare), unmailable: [...unmailable.keys()] };
}

function namesNobody() {
  return forbidden({
    ja: '閲覧者は、実際のリードでは試せません。見本のリードで試してください。',
    en: 'Viewers cannot try a real lead. Use a sample lead.',
  });
}
