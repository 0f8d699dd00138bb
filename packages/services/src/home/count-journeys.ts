import { enrollment } from '@sodate/database/schema/enrollment';
import { type JourneyState, journey } from '@sodate/database/schema/journey';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { byCost, keepAnswers } from '../keep-answers.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';

export interface JourneyTotals {
  readonly byState: Readonly<Record<JourneyState, number>>;
  /** Leads in live journeys now; a lead in two counts twice. Test leads are left out. */
  readonly inFlight: number;
  /** The same of paused ones: they wait until somebody resumes them. */
  readonly held: number;
}

const none: Record<JourneyState, number> = { draft: 0, live: 0, paused: 0, stopped: 0 };

const answer = keepAnswers<'all', JourneyTotals>(byCost);

/** How many journeys there are, archived ones left out, and how many leads they carry. */
export async function countJourneys({ context }: { context: Context }): Promise<JourneyTotals> {
  return await answer({ context, key: 'all', work: () => countAll({ context }) });
}

async function countAll({ context: { database } }: { context: Context }): Promise<JourneyTotals> {
  const states = await database
    .select({ state: journey.state, count: sql<number>`count(*)::int` })
    .from(journey)
    .where(isNull(journey.archivedAt))
    .groupBy(journey.state);
  const open = await database
    .select({ state: journey.state, count: sql<number>`count(*)::int` })
    .from(enrollment)
    .innerJoin(journey, eq(journey.id, enrollment.journeyId))
    .where(and(ne(enrollment.state, 'ended'), ofRealLeads(enrollment), isNull(journey.archivedAt)))
    .groupBy(journey.state);
  const leadsIn = (wanted: JourneyState) => open.find(({ state }) => state === wanted)?.count ?? 0;
  const counted = Object.fromEntries(states.map(({ state, count }) => [state, count]));
  return { byState: { ...none, ...counted }, inFlight: leadsIn('live'), held: leadsIn('paused') };
}
