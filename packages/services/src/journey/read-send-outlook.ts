import { enrollment } from '@sodate/database/schema/enrollment';
import { version } from '@sodate/database/schema/journey';
import type { Plan } from '@sodate/journey/compile/plan';
import { asId, type JourneyId, type NodeId, type OpId, type VersionId } from '@sodate/journey/id';
import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';
import { callsOutside, type ExpectedMails, expectMails, type PastWays, sendsMail } from './expect-mails.ts';
import type { MeasuredLead } from './measure-anew.ts';
import { readFlow } from './read-flow.ts';

/** Hours looked ahead. */
export const outlookHours = 48;
const hourMs = 3_600_000;

/** What the mails of the next hours are reckoned from. */
export interface SendOutlook {
  /** The full hour in which the first of the 48 begins, ISO 8601. */
  readonly from: string;
  /** Mails that a lead moved to a node is sent at once, on average. */
  readonly arriving: Readonly<Record<NodeId, number>>;
  /** Leads who go on at a known time within these hours. */
  readonly waiting: number;
  /** False: neither version sends a mail. */
  readonly mails: boolean;
  /** The same for calls of what lies outside; null: neither version makes any. */
  readonly calls: Pick<SendOutlook, 'arriving'> | null;
}

/** Hour by hour, by what becomes of the leads. Averages: not whole numbers. */
export interface OutlookHours {
  readonly finish: readonly number[];
  readonly follow: readonly number[];
  /** Following, where those who are past their new deadline go on at once. */
  readonly goOnNow: readonly number[];
}

/** Mails expected from the leads at one node. */
export interface NodeOutlook extends OutlookHours {
  /** Calls of what lies outside. */
  readonly calls: OutlookHours;
  /** Leads, not mails: when they go on as things stand. */
  readonly leads: readonly number[];
}

type Measured = Pick<OutlookHours, 'follow' | 'goOnNow'>;

export interface MeasuredNode extends Measured {
  readonly past: number;
  readonly calls: Measured;
  /** When the first of them would go on; null: none has a time. */
  readonly nextAt: Instant | null;
}

export interface OutlookReader {
  readonly whole: SendOutlook | null;
  /** Counts those whom the new plan measures anew: by the hour they would go on in. */
  measure(leads: AsyncIterable<MeasuredLead>): Promise<MeasuredNode>;
  of(node: { readonly node: NodeId; readonly measured: MeasuredNode | undefined }): NodeOutlook;
}

interface Line {
  readonly node: NodeId;
  readonly op: OpId;
  readonly version: VersionId;
  readonly state: 'resting' | 'acting';
  readonly hour: number;
  readonly count: number;
}

/**
 * Who of a journey goes on in which of the next 48 hours, in one query over its open rows, and how many mails that
 * makes: up to the next rest, with branches guessed by how leads went so far. Test leads are left out, and so is what
 * may come between: quiet hours, consent, an event that somebody waits for, leads who enter meanwhile.
 */
export async function readSendOutlook({
  context,
  journey,
  plan,
  live,
  now,
}: {
  context: Context;
  journey: JourneyId;
  plan: Plan | undefined;
  live: Plan | undefined;
  now: Instant;
}): Promise<OutlookReader> {
  const from = asInstant(Math.floor(now / hourMs) * hourMs);
  const lines = await readLines({ context, journey, from });
  const past = waysOf(await readFlow({ context, journey }));
  const plans = await readPlans({ context, ids: [...new Set(lines.map((line) => line.version))] });
  const expect = (sends: typeof sendsMail) => ({
    old: new Map([...plans].map(([id, one]) => [id, expectMails({ plan: one, past, sends })])),
    next: plan === undefined ? undefined : expectMails({ plan, past, sends }),
  });
  const [mails, calls] = [expect(sendsMail), expect(callsOutside)];
  const hourOf = (at: Instant) => Math.max(0, Math.floor((at - from) / hourMs));
  const does = (act: typeof sendsMail) => [plan, live].some((one) => Object.values(one?.ops ?? {}).some(act));
  return {
    whole:
      plan === undefined || !(does(sendsMail) || does(callsOutside))
        ? null
        : {
            from: formatInstant(from),
            arriving: arrivals({ plan, next: mails.next }),
            waiting: sum(lines.map(({ count }) => count)),
            mails: does(sendsMail),
            calls: does(callsOutside) ? { arriving: arrivals({ plan, next: calls.next }) } : null,
          },
    measure: (leads) => measure({ leads, mails: mails.next, calls: calls.next, hourOf }),
    of({ node, measured }) {
      const here = lines.filter((line) => line.node === node);
      return {
        ...hoursOf({ lines: here, expected: mails, measured }),
        calls: hoursOf({ lines: here, expected: calls, measured: measured?.calls }),
        leads: series({ lines: here, mails: () => 1 }),
      };
    },
  };
}

interface Expected {
  readonly old: ReadonlyMap<VersionId, ExpectedMails>;
  readonly next: ExpectedMails | undefined;
}

function hoursOf({
  lines,
  expected: { old, next },
  measured,
}: {
  lines: readonly Line[];
  expected: Expected;
  measured: Measured | undefined;
}): OutlookHours {
  const finishing = (line: Line) => old.get(line.version)?.goingOn(line.op) ?? 0;
  const following = (line: Line) => next?.goingOn(line.op) ?? finishing(line);
  // What is being sent keeps its time, whatever was changed about the node.
  const kept = measured === undefined ? lines : lines.filter(({ state }) => state === 'acting');
  const follow = series({ lines: kept, mails: following });
  return {
    finish: series({ lines, mails: finishing }),
    follow: both(follow, measured?.follow),
    goOnNow: both(follow, measured?.goOnNow),
  };
}

async function measure({
  leads,
  mails,
  calls,
  hourOf,
}: {
  leads: AsyncIterable<MeasuredLead>;
  mails: ExpectedMails | undefined;
  calls: ExpectedMails | undefined;
  hourOf: (at: Instant) => number;
}): Promise<MeasuredNode> {
  let past = 0;
  let nextAt: Instant | null = null;
  const ofMails = { next: mails, follow: noHours(), goOnNow: noHours() };
  const ofCalls = { next: calls, follow: noHours(), goOnNow: noHours() };
  for await (const lead of leads) {
    if (lead.past) past += lead.count;
    const keeps = lead.past ? lead.oldLookAt : lead.lookAt;
    nextAt = earlier(nextAt, keeps);
    for (const kind of [ofMails, ofCalls]) addLead({ lead, kind, keeps, hourOf });
  }
  const { follow, goOnNow } = ofMails;
  return { past, follow, goOnNow, calls: { follow: ofCalls.follow, goOnNow: ofCalls.goOnNow }, nextAt };
}

function addLead({
  lead,
  kind: { next, follow, goOnNow },
  keeps,
  hourOf,
}: {
  lead: MeasuredLead;
  kind: { next: ExpectedMails | undefined; follow: number[]; goOnNow: number[] };
  keeps: Instant | null;
  hourOf: (at: Instant) => number;
}): void {
  const count = lead.test ? 0 : lead.count * (next?.goingOn(lead.op) ?? 0);
  if (keeps !== null) add({ to: follow, hour: hourOf(keeps), count });
  // "At once" is spread over two hours.
  if (lead.past) for (const hour of [0, 1]) add({ to: goOnNow, hour, count: count / 2 });
  else if (lead.lookAt !== null) add({ to: goOnNow, hour: hourOf(lead.lookAt), count });
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

async function readLines({
  context,
  journey,
  from,
}: {
  context: Context;
  journey: JourneyId;
  from: Instant;
}): Promise<readonly Line[]> {
  const { node, op, versionId, state, lookAt } = enrollment;
  const hour = sql<number>`greatest(0, floor(extract(epoch from ${lookAt} - ${formatInstant(from)}::timestamptz) / 3600))::int`;
  const rows = await context.database
    .select({ node, op, version: versionId, state, hour, count: sql<number>`count(*)`.mapWith(Number) })
    .from(enrollment)
    .where(
      and(
        eq(enrollment.journeyId, journey),
        ne(state, 'ended'),
        inArray(state, ['resting', 'acting']),
        ofRealLeads(enrollment),
        lt(lookAt, asInstant(from + outlookHours * hourMs)),
      ),
    )
    .groupBy(node, op, versionId, state, sql`5`);
  return rows.map((row) => ({ ...row, state: row.state === 'acting' ? 'acting' : 'resting' }));
}

async function readPlans({ context, ids }: { context: Context; ids: readonly VersionId[] }) {
  const rows =
    ids.length === 0
      ? []
      : await context.database
          .select({ id: version.id, plan: version.plan })
          .from(version)
          .where(inArray(version.id, [...ids]));
  return new Map(rows.map(({ id, plan }) => [id, plan]));
}

function waysOf(flow: Awaited<ReturnType<typeof readFlow>>): PastWays {
  const ways: Record<NodeId, Record<string, number>> = {};
  for (const { from, outcome, count, test } of flow) {
    if (test) continue;
    ways[from] = { ...ways[from], [outcome]: (ways[from]?.[outcome] ?? 0) + count };
  }
  return ways;
}

/** By node: edges arrive at the op that bears the node's own id. */
function arrivals({ plan, next }: { plan: Plan; next: ExpectedMails | undefined }): Readonly<Record<NodeId, number>> {
  const nodes = new Set(Object.values(plan.ops).map(({ node }) => node));
  return Object.fromEntries([...nodes].map((node) => [node, next?.arriving(asId<'op'>(node)) ?? 0]));
}

function series({ lines, mails }: { lines: readonly Line[]; mails: (line: Line) => number }): readonly number[] {
  const hours = noHours();
  for (const line of lines) add({ to: hours, hour: line.hour, count: line.count * mails(line) });
  return hours;
}

function add({ to, hour, count }: { to: number[]; hour: number; count: number }): void {
  if (hour < outlookHours) to[hour] = (to[hour] ?? 0) + count;
}

function both(one: readonly number[], other: readonly number[] | undefined): readonly number[] {
  return one.map((count, hour) => count + (other?.[hour] ?? 0));
}

function noHours(): number[] {
  return new Array<number>(outlookHours).fill(0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
