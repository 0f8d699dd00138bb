import { type EnrollmentRow, type EnrollmentState, effect, enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import type { GraphNode } from '@sodate/journey/graph/graph';
import type { EnrollmentId, JourneyId } from '@sodate/journey/id';
import type { EndReason } from '@sodate/journey/interpret/passage';
import type { Text } from '@sodate/journey/text';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { type NextTry, nextTryOf } from '../effect/next-try.ts';
import { effectKeyOf } from '../engine/effect-key.ts';
import { removedBySql } from '../enrollment/removed-by-sql.ts';
import { callStoredNodes } from '../journey/call-stored-nodes.ts';
import type { NodeName } from '../journey/name-node.ts';
import { findLead } from './find-lead.ts';
import type { leadInput } from './get-lead.ts';
import { seesPersonalData, withoutOthersWords } from './sees-personal-data.ts';

export interface ListedPassage {
  readonly id: EnrollmentId;
  readonly journey: { readonly id: JourneyId; readonly name: string };
  readonly version: number;
  readonly state: EnrollmentState;
  /** Where the lead stands, or stood last; called as on the canvas. */
  readonly node: NodeName;
  readonly until: string | null;
  /** Of a mail or call that waits for its time; null: none does. */
  readonly nextTry: NextTry | null;
  /** Why it stands still; others' words are left out for who may not see personal data. */
  readonly stuckWhy: Text | null;
  readonly enteredAt: string;
  readonly endedAt: string | null;
  readonly reason: EndReason | null;
  /** Who took it out, where somebody did. */
  readonly removedBy: string | null;
  readonly test: boolean;
}

const most = 50;

/** The journeys that a lead is in, then those it has left, latest first; at most 50. */
export async function listPassages({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof leadInput>;
}): Promise<readonly ListedPassage[]> {
  const lead = await findLead({ context, lead: input.lead });
  const node = sql<GraphNode | null>`${version.graph} -> 'nodes' -> ${enrollment.node}`;
  const rows = await context.database
    .select({
      id: enrollment.id,
      journeyId: journey.id,
      journeyName: journey.name,
      version: version.number,
      state: enrollment.state,
      at: { version: version.id, id: enrollment.node, node },
      op: enrollment.op,
      visit: enrollment.visit,
      until: enrollment.until,
      stuckWhy: enrollment.stuckWhy,
      enteredAt: enrollment.enteredAt,
      endedAt: enrollment.endedAt,
      reason: enrollment.reason,
      removedBy: removedBySql,
      test: enrollment.test,
    })
    .from(enrollment)
    .innerJoin(journey, eq(journey.id, enrollment.journeyId))
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .where(eq(enrollment.leadId, lead.id))
    .orderBy(sql`${enrollment.state} = 'ended'`, desc(enrollment.id))
    .limit(most);
  const nameOf = await callStoredNodes({ context, nodes: rows.map(({ at }) => at) });
  const personal = seesPersonalData(context.actor);
  const tries = await readTries({ context, passages: rows.filter(({ state }) => state === 'acting') });
  return rows.map((row) => ({
    id: row.id,
    journey: { id: row.journeyId, name: row.journeyName },
    version: row.version,
    state: row.state,
    node: nameOf(row.at),
    until: isoOrNull(row.until),
    nextTry: tries.get(row.id) ?? null,
    stuckWhy: row.stuckWhy === null || personal ? row.stuckWhy : withoutOthersWords(row.stuckWhy),
    enteredAt: formatInstant(row.enteredAt),
    endedAt: isoOrNull(row.endedAt),
    reason: row.reason,
    removedBy: row.removedBy,
    test: row.test,
  }));
}

async function readTries({
  context,
  passages,
}: {
  context: Context;
  passages: readonly Pick<EnrollmentRow, 'id' | 'op' | 'visit'>[];
}): Promise<ReadonlyMap<EnrollmentId, NextTry>> {
  if (passages.length === 0) return new Map();
  const keys = passages.map(({ id, op, visit }) => effectKeyOf({ enrollment: id, op, visit }));
  const waiting = await context.database
    .select({
      enrollment: effect.enrollmentId,
      state: effect.state,
      nextTryAt: effect.nextTryAt,
      attempt: effect.attempt,
    })
    .from(effect)
    .where(and(inArray(effect.key, keys), eq(effect.state, 'waiting')));
  return new Map(
    waiting.flatMap(({ enrollment: id, ...row }) => {
      const next = nextTryOf(row);
      return id === null || next === null ? [] : [[id, next] as const];
    }),
  );
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
