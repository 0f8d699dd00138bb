import { enrollment } from '@sodate/database/schema/enrollment';
import { journey, version } from '@sodate/database/schema/journey';
import { company, lead } from '@sodate/database/schema/lead';
import type { GraphNode } from '@sodate/journey/graph/graph';
import type { EnrollmentId, JourneyId, LeadId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { callStoredNodes } from '../journey/call-stored-nodes.ts';
import type { NodeName } from '../journey/name-node.ts';
import { type Page, pageInput } from '../page.ts';
import { enrollmentId } from './enrollment-input.ts';
import { stuckFilter, stuckWhere } from './stuck-filter.ts';

export const listStuckInput = stuckFilter.extend({ ...pageInput.shape, after: enrollmentId.optional() });

export interface StuckLead {
  readonly enrollment: EnrollmentId;
  readonly lead: LeadId;
  readonly name: string;
  readonly email: string | null;
  readonly company: string | null;
  readonly journey: { readonly id: JourneyId; readonly name: string };
  readonly node: NodeName;
  readonly why: Text | null;
  readonly since: Instant | null;
  readonly test: boolean;
}

/** Leads that stand still until a person decides, over all journeys, the latest entered first. */
export async function listStuck({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listStuckInput>;
}): Promise<Page<StuckLead>> {
  // The one node, not the whole graph of each row.
  const node = sql<GraphNode | null>`${version.graph} -> 'nodes' -> ${enrollment.node}`;
  const rows = await context.database
    .select({
      enrollment: enrollment.id,
      lead: lead.id,
      name: lead.name,
      email: lead.email,
      company: company.name,
      journey: { id: journey.id, name: journey.name },
      at: { version: version.id, id: enrollment.node, node },
      why: enrollment.stuckWhy,
      since: enrollment.stuckAt,
      test: enrollment.test,
    })
    .from(enrollment)
    .innerJoin(lead, eq(lead.id, enrollment.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .innerJoin(journey, eq(journey.id, enrollment.journeyId))
    .innerJoin(version, eq(version.id, enrollment.versionId))
    .where(and(stuckWhere(input), input.after === undefined ? undefined : lt(enrollment.id, input.after)))
    .orderBy(desc(enrollment.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const nameOf = await callStoredNodes({ context, nodes: page.map(({ at }) => at) });
  return {
    rows: page.map(({ at, ...row }) => ({ ...row, node: nameOf(at) })),
    ...(last === undefined ? {} : { next: last.enrollment }),
  };
}
