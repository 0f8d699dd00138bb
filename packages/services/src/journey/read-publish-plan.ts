import { enrollment } from '@sodate/database/schema/enrollment';
import { type JourneyRow, type NodeChoice, type VersionRow, version } from '@sodate/database/schema/journey';
import { compileGraph } from '@sodate/journey/compile/compile-graph';
import type { Plan } from '@sodate/journey/compile/plan';
import { compareGraphs } from '@sodate/journey/edit/compare-graphs';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { sameText, type Text } from '@sodate/journey/text';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, count, eq, min, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { readZone } from '../organisation/read-zone.ts';
import { calledOf, describeGraph, surroundingsOf, titleOf } from './describe-graph.ts';
import { findJourney, journeyMissing } from './find-journey.ts';
import { findReloweredNodes } from './find-relowered-nodes.ts';
import { findRewrittenMails } from './find-rewritten-mails.ts';
import { inReadingOrder } from './in-reading-order.ts';
import type { journeyInput } from './journey-input.ts';
import { kindOfChange } from './kind-of-change.ts';
import { measureAnew, sampleOf } from './measure-anew.ts';
import { type NodeOutlook, type OutlookReader, readSendOutlook, type SendOutlook } from './read-send-outlook.ts';
import { readSurroundings } from './read-surroundings.ts';
import { type ChangedRules, tellChangedRules } from './tell-rules.ts';
import { type ChangedSetting, wordChangedSettings } from './word-changed-settings.ts';

/** What a publish would do to those who are under way, node by node: shown before anything happens. */
export interface PublishPlan {
  /** The draft that was looked at: publishing names it, so that a later change is noticed. */
  readonly revision: number;
  readonly nextVersion: number;
  /** Null: nothing is published yet. */
  readonly liveVersion: number | null;
  /** Errors stand in the way while this is not 0. */
  readonly errors: number;
  /** Leads in progress, and apart from them test leads. */
  readonly inFlight: number;
  readonly testsInFlight: number;
  readonly nodes: readonly PlannedNode[];
  readonly changes: readonly NodeChange[];
  /** Nodes whose cards only stand elsewhere, which changes nothing for leads. */
  readonly moved: number;
  /** What holds for the whole journey; null where nothing is published that it could differ from. */
  readonly rules: ChangedRules | null;
  /** Null where nothing can be said: errors stand in the way, or the journey neither sends mails nor calls anything outside. */
  readonly outlook: SendOutlook | null;
}

export interface NodeChange {
  readonly node: NodeId;
  readonly type: string;
  readonly title: Text;
  readonly kind: 'added' | 'changed' | 'removed';
  /** The lines of settings before and after; null where there is none. */
  readonly before: Text | null;
  readonly after: Text | null;
  /** Settings that are not what they were, where the lines do not tell it. */
  readonly settings: readonly ChangedSetting[];
  /** The name of its mail, where the mail was rewritten since it was published; null: it was not. */
  readonly rewritten: string | null;
  /** Its type has changed since it was published: the same settings do something else now. */
  readonly relowered: boolean;
}

export interface PlannedNode {
  readonly node: NodeId;
  readonly type: string;
  readonly title: Text;
  /** All who are there; test leads are among them. */
  readonly leads: number;
  readonly testLeads: number;
  readonly change: 'unchanged' | 'changed' | 'removed';
  readonly before: Text | null;
  readonly after: Text | null;
  readonly choices: readonly NodeChoice['kind'][];
  readonly standard: NodeChoice;
  /** When the first of them goes on, as things stand. */
  readonly nextAt: string | null;
  /** The same, if they follow the new version: a wait changed in length gives them another time. */
  readonly nextIfFollowed: string | null;
  /** How many would be past their new deadline if they followed: they keep the old one unless told otherwise. */
  readonly pastIfFollowed: number;
  /** Whether that, and what would be sent of those who follow, is reckoned from a sample. */
  readonly isSampled: boolean;
  readonly outlook: NodeOutlook;
}

/** @throws RequestError 'not-found'. */
export async function readPublishPlan({
  context,
  input,
}: {
  context: Context;
  input: z.infer<typeof journeyInput>;
}): Promise<PublishPlan> {
  const row = await findJourney({ context, id: input.journey });
  if (row === undefined) throw journeyMissing();
  const live = await findLiveVersion({ context, row });
  const compared = await compare({ context, live, after: row.draft });
  const held = await readHeldNodes({ context, row });
  const plan =
    compared.errors > 0
      ? undefined
      : compileGraph({
          graph: row.draft,
          catalog: context.nodeTypes.catalog,
          zone: row.draft.settings.zone ?? (await readZone({ context })),
        });
  const now = await readClock({ context });
  const outlook = await readSendOutlook({ context, journey: row.id, plan, live: live?.plan, now });
  const given = { context, row, compared, live, plan, now, outlook };
  const nodes = await Promise.all(held.map((one) => planNode({ ...given, held: one })));
  return {
    revision: row.draftRevision,
    nextVersion: (live?.number ?? 0) + 1,
    liveVersion: live?.number ?? null,
    errors: compared.errors,
    inFlight: sum(held.map(({ leads, testLeads }) => leads - testLeads)),
    testsInFlight: sum(held.map(({ testLeads }) => testLeads)),
    nodes,
    changes: compared.changes,
    moved: compared.moved,
    rules: live === undefined ? null : compared.rules,
    outlook: outlook.whole,
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}

async function findLiveVersion({
  context,
  row,
}: {
  context: Context;
  row: JourneyRow;
}): Promise<VersionRow | undefined> {
  if (row.liveVersionId === null) return undefined;
  const [live] = await context.database.select().from(version).where(eq(version.id, row.liveVersionId));
  return live;
}

interface HeldNode {
  readonly node: NodeId;
  readonly leads: number;
  readonly testLeads: number;
  readonly nextAt: Instant | null;
}

async function readHeldNodes({ context, row }: { context: Context; row: JourneyRow }): Promise<readonly HeldNode[]> {
  return context.database
    .select({
      node: enrollment.node,
      leads: count(),
      testLeads: sql<number>`(count(*) filter (where ${enrollment.test}))::int`,
      nextAt: min(enrollment.lookAt),
    })
    .from(enrollment)
    .where(and(eq(enrollment.journeyId, row.id), ne(enrollment.state, 'ended')))
    .groupBy(enrollment.node)
    .orderBy(sql`min(${enrollment.lookAt}) nulls last`);
}

interface Compared {
  readonly errors: number;
  /** Drawn otherwise than before, or of a type that has changed: mails that were rewritten are not among them. */
  readonly redrawn: ReadonlySet<NodeId>;
  readonly changes: readonly NodeChange[];
  readonly moved: number;
  readonly rules: ChangedRules;
  readonly before: ReadonlyMap<NodeId, Text>;
  readonly after: ReadonlyMap<NodeId, Text>;
}

async function compare({
  context,
  live,
  after,
}: {
  context: Context;
  live: VersionRow | undefined;
  after: Graph;
}): Promise<Compared> {
  const before = live?.graph ?? emptyGraph;
  const sides = { before: { graph: before, pins: live?.mails ?? {} }, after: { graph: after, pins: {} } };
  const rewritten = await findRewrittenMails({ context, ...sides });
  const redrawn = new Set<NodeId>();
  const relowered = new Set(live === undefined ? [] : await findReloweredNodes({ context, version: live.id }));
  const { catalog } = context.nodeTypes;
  const outside = await readSurroundings({ context });
  const old = describeGraph({ graph: before, catalog, outside });
  const next = describeGraph({ graph: after, catalog, outside });
  const surroundings = surroundingsOf({ graph: after, catalog, outside });
  const { nodes: differences, settings } = compareGraphs({ before, after });
  const settingsOf = ({ id, sameLine }: { id: NodeId; sameLine: boolean }) => {
    const drawn = after.nodes[id];
    const keys = differences.find(({ node }) => node === id)?.config ?? [];
    if (!sameLine || drawn === undefined) return [];
    return wordChangedSettings({
      nodeTypes: context.nodeTypes,
      keys,
      before: before.nodes[id],
      after: drawn,
      surroundings,
    });
  };
  const ids = inReadingOrder({ ...before.nodes, ...after.nodes });
  const changes = ids.flatMap((id): NodeChange[] => {
    const node = after.nodes[id] ?? before.nodes[id];
    const drawn = kindOfChange({ before, after, id });
    if (drawn === 'changed' || (drawn === 'unchanged' && relowered.has(id))) redrawn.add(id);
    const kind = drawn === 'unchanged' && (rewritten.has(id) || relowered.has(id)) ? 'changed' : drawn;
    if (node === undefined || kind === 'unchanged') return [];
    return [
      {
        node: id,
        type: node.type,
        title: calledOf({ node, catalog, summary: next.summaries[id] ?? old.summaries[id] }),
        kind,
        before: old.summaries[id] ?? null,
        after: next.summaries[id] ?? null,
        settings: settingsOf({ id, sameLine: sameWords(old.summaries[id], next.summaries[id]) }),
        rewritten: rewritten.get(id)?.after.name ?? null,
        relowered: relowered.has(id) && after.nodes[id]?.type === before.nodes[id]?.type,
      },
    ];
  });
  return {
    errors: next.problems.filter(({ severity }) => severity === 'error').length,
    redrawn,
    changes,
    moved: differences.filter(({ kind }) => kind === 'moved').length,
    rules: tellChangedRules({ before, after, settings, surroundings }),
    before: new Map(Object.entries(old.summaries) as [NodeId, Text][]),
    after: new Map(Object.entries(next.summaries) as [NodeId, Text][]),
  };
}

function sameWords(one: Text | undefined, other: Text | undefined): boolean {
  return one !== undefined && one.ja === other?.ja && one.en === other.en;
}

async function planNode({
  context,
  row,
  held,
  compared,
  live,
  plan,
  now,
  outlook,
}: {
  context: Context;
  row: JourneyRow;
  held: HeldNode;
  compared: Compared;
  live: VersionRow | undefined;
  plan: Plan | undefined;
  now: Instant;
  outlook: OutlookReader;
}): Promise<PlannedNode> {
  const { node: id } = held;
  const drawn = row.draft.nodes[id] ?? live?.graph.nodes[id];
  const removed = row.draft.nodes[id] === undefined;
  const changed = compared.redrawn.has(id);
  const wordAt = (at: Instant | null) => (at === null ? null : formatInstant(at));
  const oneOf = sampleOf({ leads: held.leads });
  const measured =
    plan === undefined || !changed
      ? undefined
      : await outlook.measure(measureAnew({ context, journey: row.id, node: id, plan, now, oneOf }));
  return {
    node: id,
    type: drawn?.type ?? '',
    title: drawn === undefined ? sameText(id) : titleOf({ node: drawn, catalog: context.nodeTypes.catalog }),
    leads: held.leads,
    testLeads: held.testLeads,
    change: changeOf({ removed, changed }),
    before: compared.before.get(id) ?? null,
    after: compared.after.get(id) ?? null,
    choices: removed ? ['finish', 'move'] : ['finish', 'follow', 'move'],
    standard: removed ? { kind: 'finish' } : { kind: 'follow', past: 'keep-old' },
    nextAt: wordAt(held.nextAt),
    nextIfFollowed: wordAt(measured === undefined ? held.nextAt : measured.nextAt),
    pastIfFollowed: measured?.past ?? 0,
    isSampled: measured !== undefined && oneOf > 1,
    outlook: outlook.of({ node: id, measured }),
  };
}

function changeOf({ removed, changed }: { removed: boolean; changed: boolean }): PlannedNode['change'] {
  if (removed) return 'removed';
  return changed ? 'changed' : 'unchanged';
}
